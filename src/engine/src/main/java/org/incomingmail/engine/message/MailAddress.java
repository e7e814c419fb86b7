package org.incomingmail.engine.message;

import java.net.IDN;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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

    /** The ways to write an address: as it is, with its domain in ASCII (RFC 5890 A-labels), and in Unicode. */
    public static Set<String> spellings(String address) {
        Set<String> spellings = new LinkedHashSet<>(Set.of(address));
        int at = address.lastIndexOf('@');
        String domain = address.substring(at + 1);
        if (at > 0
                && (!domain.chars().allMatch(c -> c < 128)
                        || domain.toLowerCase(Locale.ROOT).contains("xn--"))) {
            try {
                String ascii = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
                spellings.add(address.substring(0, at + 1) + ascii);
                spellings.add(address.substring(0, at + 1) + IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED));
            } catch (IllegalArgumentException e) {
                return spellings; // no domain that can exist
            }
        }
        return spellings;
    }

    /** Display name, or the address when there is none. */
    public String display() {
        return name.isBlank() ? address : name;
    }
}
