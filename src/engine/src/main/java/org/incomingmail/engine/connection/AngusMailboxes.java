package org.incomingmail.engine.connection;

import java.util.Optional;
import org.incomingmail.engine.connection.wire.Patience;
import org.incomingmail.engine.connection.wire.Redaction;
import org.incomingmail.engine.connection.wire.Resolver;
import org.incomingmail.engine.connection.wire.Wire;
import org.incomingmail.engine.mailbox.Idling;
import org.incomingmail.engine.mailbox.Mailbox;
import org.incomingmail.engine.mailbox.imap.ImapMailbox;
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

    @Override
    public Optional<Idling> idle(MailServer server, CredentialSource credentials) throws ConnectionFailedException {
        if (!server.endpoint().protocol().imap()) {
            return Optional.empty();
        }
        Patience patience = Patience.of(server.endpoint().readTimeout());
        Visit opened = new Attempts(
                        server,
                        credentials,
                        patience,
                        Redaction.nothingSecret(),
                        Progress.UNWATCHED,
                        Wire::connectWatchable)
                .open(resolver);
        Optional<Idling> idling = Optional.empty();
        try {
            idling = opened instanceof ImapMailbox imap ? imap.idle() : Optional.empty();
            return idling;
        } finally {
            if (idling.isEmpty()) {
                opened.close();
            }
        }
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
