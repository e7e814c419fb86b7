package org.incomingmail.engine.journal;

import java.time.Instant;
import org.incomingmail.engine.server.MailServerId;

/** Port: counts messages without reading what they say. */
public interface Tally {

    /** What of a message is counted. */
    interface Counted {
        void count(MailServerId server, Instant received, JournalEntry.State state);
    }

    /** Tells of all messages in a state, in no order. */
    void in(JournalEntry.State state, Counted counted);

    /** Tells of all messages that were received since a moment, in no order. */
    void since(Instant moment, Counted counted);
}
