package org.incomingmail.engine.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.journal.JournalEntry;

/**
 * What one check of a mailbox did.
 *
 * @param status what came of the check as a whole
 * @param outcomes messages by the state they ended in
 * @param remaining wanted messages left for the next check
 * @param failure why the mailbox could not be read, or not to its end
 */
public record FetchReport(
        Status status,
        Map<JournalEntry.State, Integer> outcomes,
        int remaining,
        Duration duration,
        Optional<ConnectionFailure> failure) {

    /** BUSY: another check of this mailbox is running, here or on another node. */
    public enum Status {
        DONE,
        FAILED,
        BUSY,
        DISABLED
    }
}
