package org.incomingmail.engine.connection;

import org.incomingmail.engine.connection.wire.Patience;
import org.incomingmail.engine.connection.wire.Redaction;
import org.incomingmail.engine.connection.wire.Resolver;
import org.incomingmail.engine.mailbox.Mailbox;
import org.incomingmail.engine.server.MailServer;

/** Opens mailboxes over IMAP and POP3, with Jakarta Mail's protocol engine (Eclipse Angus) for IMAP. */
public final class AngusMailboxes implements Mailboxes, AutoCloseable {
    private final Resolver resolver = new Resolver();

    @Override
    public Mailbox open(MailServer server, CredentialSource credentials) throws ConnectionFailedException {
        Patience patience = Patience.of(server.endpoint().readTimeout());
        return new Attempts(server, credentials, patience, Redaction.nothingSecret(), Progress.UNWATCHED)
                .open(resolver);
    }

    /** The test of a connection, on the same road. */
    public ConnectionTest test() {
        return new ConnectionTest(resolver);
    }

    @Override
    public void close() {
        resolver.close();
    }
}
