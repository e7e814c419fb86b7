package org.incomingmail.engine.connection;

import java.io.IOException;
import java.util.List;
import org.incomingmail.engine.mailbox.Mailbox;

/** A mailbox that the connection test can look into further. */
public interface Visit extends Mailbox {

    /** How many messages there are, wanted or not. */
    long exists();

    /** Checks, changing nothing, that processed mail may be treated as configured; says what was found. */
    List<String> checkRights() throws IOException;
}
