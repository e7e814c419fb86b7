package org.incomingmail.dev.sandbox;

import java.util.Locale;

/**
 * A mailbox of the sandbox.
 *
 * @param address where mail for it is sent
 * @param login user name for IMAP and POP3
 * @param password public on purpose: the sandbox is a toy on the loopback interface
 */
record Mailbox(String address, String login, String password) {
    /** The sandbox's own domain. */
    static final String DOMAIN = "wiki.test";

    /** In the sandbox's domain people log in with their name, others with their whole address. */
    static Mailbox of(String address) {
        String whole = address.toLowerCase(Locale.ROOT);
        String local = whole.contains("@") ? whole.substring(0, whole.indexOf('@')) : whole;
        return new Mailbox(whole, whole.endsWith("@" + DOMAIN) ? local : whole, local);
    }

    /** The address without "+detail" (RFC 5233). */
    static String withoutDetail(String address) {
        int at = address.lastIndexOf('@');
        int plus = address.indexOf('+');
        return plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
    }
}
