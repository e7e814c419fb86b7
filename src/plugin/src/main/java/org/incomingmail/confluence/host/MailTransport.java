package org.incomingmail.confluence.host;

import java.util.Optional;
import javax.inject.Named;
import org.incomingmail.engine.connection.AngusMailboxes;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.ConnectionTest;
import org.incomingmail.engine.connection.CredentialSource;
import org.incomingmail.engine.connection.Mailboxes;
import org.incomingmail.engine.mailbox.Idling;
import org.incomingmail.engine.mailbox.Mailbox;
import org.incomingmail.engine.server.MailServer;

/** The road to mail servers, closed with the app. */
@Named
public class MailTransport implements Mailboxes, AutoCloseable {
    private final AngusMailboxes mailboxes = new AngusMailboxes();

    @Override
    public Mailbox open(MailServer server, CredentialSource credentials) throws ConnectionFailedException {
        return mailboxes.open(server, credentials);
    }

    @Override
    public Optional<Idling> idle(MailServer server, CredentialSource credentials) throws ConnectionFailedException {
        return mailboxes.idle(server, credentials);
    }

    public ConnectionTest test() {
        return mailboxes.test();
    }

    @Override
    public void close() {
        mailboxes.close();
    }
}
