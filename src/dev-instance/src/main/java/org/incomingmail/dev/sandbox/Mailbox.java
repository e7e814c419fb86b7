package org.incomingmail.dev.sandbox;

import java.util.Locale;
import org.incomingmail.dev.sandbox.login.TokenMailboxes;

/**
 * A mailbox of the sandbox.
 *
 * @param address where mail for it is sent
 * @param login user name for IMAP and POP3
 * @param password public on purpose: the sandbox is a toy on the loopback interface
 * @param opens what opens it
 */
record Mailbox(String address, String login, String password, Opens opens) {
    /** The sandbox's own domain. */
    static final String DOMAIN = "wiki.test";

    /** The ways into a mailbox. */
    enum Opens {
        /** Its password, and over TLS its owner's token. */
        BY_PASSWORD,
        /** Its owner's token; the password is for the provider's sign-in page. */
        BY_OWN_TOKEN,
        /** Tokens of others: nobody signs in as a shared mailbox. */
        BY_TOKEN_OF_OTHERS
    }

    /** In the sandbox's domain people log in with their name, others with their whole address. */
    static Mailbox of(String address, TokenMailboxes tokens) {
        String whole = address.toLowerCase(Locale.ROOT);
        String local = whole.contains("@") ? whole.substring(0, whole.indexOf('@')) : whole;
        if (tokens.takesTokensOnly(whole)) {
            return new Mailbox(
                    whole, whole, local, tokens.isShared(whole) ? Opens.BY_TOKEN_OF_OTHERS : Opens.BY_OWN_TOKEN);
        }
        return new Mailbox(whole, whole.endsWith("@" + DOMAIN) ? local : whole, local, Opens.BY_PASSWORD);
    }

    /** Whether somebody can sign in at the provider as this mailbox. */
    boolean isAccount(String name, String givenPassword) {
        boolean named = address.equalsIgnoreCase(name) || login.equalsIgnoreCase(name);
        return named && opens != Opens.BY_TOKEN_OF_OTHERS && password.equals(givenPassword);
    }

    /** The address without "+detail" (RFC 5233). */
    static String withoutDetail(String address) {
        int at = address.lastIndexOf('@');
        int plus = address.indexOf('+');
        return plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
    }
}
