package org.incomingmail.engine.connection;

import org.incomingmail.engine.server.MailServer;

/** Finds what proves who we are at a mail server, when the conversation has come so far that it is needed. */
@FunctionalInterface
public interface CredentialSource {

    Credentials credentials(MailServer server) throws ConnectionFailedException;

    /** Another token in place of one that the mail server refused; the same one when there is no other. */
    default Credentials.BearerToken afterRefusal(MailServer server, Credentials.BearerToken refused)
            throws ConnectionFailedException {
        return refused;
    }
}
