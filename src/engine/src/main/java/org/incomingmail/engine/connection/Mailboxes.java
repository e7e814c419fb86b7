package org.incomingmail.engine.connection;

import java.util.Optional;
import org.incomingmail.engine.mailbox.Idling;
import org.incomingmail.engine.mailbox.Mailbox;
import org.incomingmail.engine.server.MailServer;

/** Opens mailboxes. Thread-safe. */
public interface Mailboxes {

    /**
     * Connects, authenticates and opens the folder, read-only until something is settled. A token that the server refuses
     * is tried once more, as another one, on a new connection.
     */
    Mailbox open(MailServer server, CredentialSource credentials) throws ConnectionFailedException;

    /** Opens a mailbox that tells when mail arrives; empty when this mail server can't. */
    default Optional<Idling> idle(MailServer server, CredentialSource credentials) throws ConnectionFailedException {
        return Optional.empty();
    }
}
