package org.incomingmail.engine.connection;

import org.incomingmail.engine.mailbox.Mailbox;
import org.incomingmail.engine.server.MailServer;

/** Opens mailboxes. Thread-safe. */
public interface Mailboxes {

    /** Connects, authenticates and opens the folder, read-only until something is settled. */
    Mailbox open(MailServer server, Credentials credentials) throws ConnectionFailedException;
}
