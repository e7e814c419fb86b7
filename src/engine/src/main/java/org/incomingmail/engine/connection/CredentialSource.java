package org.incomingmail.engine.connection;

import org.incomingmail.engine.server.MailServer;

/** Finds what proves who we are at a saved mail server. */
@FunctionalInterface
public interface CredentialSource {

    Credentials credentials(MailServer server) throws ConnectionFailedException;
}
