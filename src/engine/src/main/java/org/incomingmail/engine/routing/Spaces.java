package org.incomingmail.engine.routing;

import java.util.Locale;
import java.util.Optional;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MailAddress;

/** The plus tag of the address a message was sent to: to-address+SPACEKEY. */
final class Spaces {
    private Spaces() {}

    /** The tag of the first recipient that is the mailbox's address with one. */
    static Optional<String> tag(IncomingMessage message, String toAddress) {
        int at = toAddress.lastIndexOf('@');
        if (at <= 0) {
            return Optional.empty();
        }
        String local = toAddress.substring(0, at).toLowerCase(Locale.ROOT) + "+";
        String domain = toAddress.substring(at).toLowerCase(Locale.ROOT);
        for (MailAddress recipient : message.recipients()) {
            String address = recipient.address();
            String lower = address.toLowerCase(Locale.ROOT);
            if (lower.startsWith(local)
                    && lower.endsWith(domain)
                    && lower.length() > local.length() + domain.length()) {
                return Optional.of(address.substring(local.length(), address.length() - domain.length()));
            }
        }
        return Optional.empty();
    }
}
