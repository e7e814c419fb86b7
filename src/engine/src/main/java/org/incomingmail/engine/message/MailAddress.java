package org.incomingmail.engine.message;

import java.util.List;
import java.util.Locale;

/**
 * A mailbox as a header names it.
 *
 * @param name decoded display name, empty when there is none
 * @param address as written: local part and domain
 */
public record MailAddress(String name, String address) {

    /** The mailboxes in an address header, however it is written. */
    public static List<MailAddress> list(String header) {
        return Addresses.parse(header);
    }

    public String localPart() {
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at);
    }

    public String domain() {
        int at = address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    /** Display name, or the address when there is none. */
    public String display() {
        return name.isBlank() ? address : name;
    }
}
