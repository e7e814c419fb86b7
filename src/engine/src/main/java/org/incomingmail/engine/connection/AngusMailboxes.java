package org.incomingmail.engine.connection;

import java.util.List;
import org.incomingmail.engine.connection.wire.Patience;
import org.incomingmail.engine.connection.wire.Redaction;
import org.incomingmail.engine.connection.wire.Resolver;
import org.incomingmail.engine.connection.wire.Transcript;
import org.incomingmail.engine.mailbox.Mailbox;
import org.incomingmail.engine.server.Endpoint;
import org.incomingmail.engine.server.MailServer;

/** Opens mailboxes over IMAP and POP3, with Jakarta Mail's protocol engine (Eclipse Angus) for IMAP. */
public final class AngusMailboxes implements Mailboxes, AutoCloseable {
    private final Resolver resolver = new Resolver();

    @Override
    public Mailbox open(MailServer server, Credentials credentials) throws ConnectionFailedException {
        Redaction redaction = redaction(server, credentials);
        Patience patience = Patience.of(server.endpoint().readTimeout());
        return new Opening(server, credentials, patience, new Transcript(redaction), redaction, Progress.UNWATCHED)
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

    static Redaction redaction(MailServer server, Credentials credentials) {
        String user = server.username();
        Endpoint endpoint = server.endpoint();
        if (credentials instanceof Credentials.BearerToken token) {
            return Redaction.of(
                    token.value(),
                    List.of(
                            Sasl.xoauth2(user, token.value()),
                            Sasl.oauthBearer(user, endpoint.hostname(), endpoint.port(), token.value())));
        }
        String password = ((Credentials.Password) credentials).value();
        return Redaction.of(password, List.of(Sasl.plain(user, password)));
    }
}
