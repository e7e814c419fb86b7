package org.incomingmail.engine.delivery;

import java.time.Duration;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.server.MailServer;

/** Port: what is counted and timed. Never throws; called from many threads. */
public interface Measures {

    /** What takes time on the way of a message. */
    enum Step {
        /** From the first packet to the opened mailbox. */
        CONNECT,
        /** Which messages there are. */
        LIST,
        /** Waiting for messages, for a batch of them. */
        FETCH,
        /** Raw bytes to a message. */
        READ,
        /** Deciding and writing, without the commit. */
        PUBLISH,
        /** Telling the mail server, for a batch of messages. */
        SETTLE
    }

    void took(MailServer server, Step step, Duration time);

    /**
     * An outcome is committed.
     *
     * @param lag since the message arrived in the mailbox
     */
    void outcome(MailServer server, State state, Duration lag);

    /** A check ended. */
    void checked(MailServer server, boolean worked);

    /** Measures nothing. */
    Measures NONE = new Measures() {
        @Override
        public void took(MailServer server, Step step, Duration time) {}

        @Override
        public void outcome(MailServer server, State state, Duration lag) {}

        @Override
        public void checked(MailServer server, boolean worked) {}
    };
}
