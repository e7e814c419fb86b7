package org.incomingmail.engine.delivery;

import java.util.Locale;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MailAddress;

/** Which address of ours a message was sent to. */
public final class Recipient {
    private Recipient() {}

    /** The recipient that is the mailbox or a plus address of it, else the mailbox. */
    public static String of(IncomingMessage message, String toAddress) {
        String wanted = toAddress.toLowerCase(Locale.ROOT);
        int at = wanted.lastIndexOf('@');
        return message.recipients().stream()
                .map(MailAddress::address)
                .filter(address -> isOurs(address.toLowerCase(Locale.ROOT), wanted, at))
                .findFirst()
                .orElse(toAddress);
    }

    private static boolean isOurs(String address, String wanted, int at) {
        return address.equals(wanted)
                || (at > 0
                        && address.startsWith(wanted.substring(0, at) + "+")
                        && address.endsWith(wanted.substring(at)));
    }
}
