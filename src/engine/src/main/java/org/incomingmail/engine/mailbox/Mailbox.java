package org.incomingmail.engine.mailbox;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.server.AfterProcessing;
import org.jspecify.annotations.Nullable;

/** An opened mailbox. Not thread-safe; every network step is bounded in time. */
public interface Mailbox extends AutoCloseable {

    /** What UIDs are valid within: UIDVALIDITY (RFC 3501 2.3.1.1) in decimal for IMAP, "pop3" for POP3. */
    String epoch();

    /** Messages wanted now, oldest first, with sizes; changes nothing on the server. */
    List<MessageHandle> list(SeenMessages seen) throws ConnectionFailedException;

    /**
     * Streams the raw bytes of the messages to the sink in the given order, batched by a byte budget. A message that
     * vanished meanwhile is skipped. Sets no flag (BODY.PEEK).
     */
    void fetch(List<MessageHandle> messages, RawMessageSink sink) throws ConnectionFailedException;

    /**
     * Does to processed messages what the administrator chose. Called only after their outcome is committed. For POP3
     * the deletion happens at {@link #close()}, with QUIT (RFC 1939 section 6); what was not deleted is still there next
     * time, and known.
     *
     * @return UIDs for which it is certainly done
     */
    Set<String> settle(List<MessageHandle> processed, AfterProcessing policy, @Nullable String moveToFolder)
            throws ConnectionFailedException;

    /** How long the mail server wants to be left alone between two logins (LOGIN-DELAY, RFC 2449 6.5). */
    default Duration loginDelay() {
        return Duration.ZERO;
    }

    @Override
    void close();
}
