package org.incomingmail.engine.server;

/**
 * A configured mail server. Holds no secret: the password is kept apart, encrypted.
 *
 * @param toAddress the address whose mail this mailbox receives; replies and plus addresses derive from it
 * @param username who logs in; with OAuth 2.0 the mailbox, which may differ from the account that authorized
 */
public record MailServer(
        MailServerId id,
        String name,
        String toAddress,
        Endpoint endpoint,
        Authentication authentication,
        String username,
        boolean enabled,
        Reading reading,
        Publishing publishing) {

    public MailServer withId(MailServerId newId) {
        return new MailServer(newId, name, toAddress, endpoint, authentication, username, enabled, reading, publishing);
    }

    public MailServer withAuthentication(Authentication other) {
        return new MailServer(id, name, toAddress, endpoint, other, username, enabled, reading, publishing);
    }

    public MailServer withEnabled(boolean nowEnabled) {
        return new MailServer(id, name, toAddress, endpoint, authentication, username, nowEnabled, reading, publishing);
    }
}
