package org.incomingmail.engine.server;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a mail server is doing.
 *
 * @param since when this status began; null for never checked
 * @param lastCheck last attempt to read the mailbox; null for never
 * @param nextCheck earliest next attempt; null when nothing is planned
 * @param lastCode code of the last failure, or null
 * @param lastDetail the server's own words with secrets removed, or null
 * @param lastArguments values for the texts of the code
 * @param consecutiveFailures checks that failed in a row; refusals count anew after failures of another kind
 */
public record ServerState(
        Status status,
        @Nullable Instant since,
        @Nullable Instant lastCheck,
        @Nullable Instant nextCheck,
        @Nullable String lastCode,
        @Nullable String lastDetail,
        List<String> lastArguments,
        int consecutiveFailures) {

    /** As the list of mail servers shows it. STOPPED: repeated refusals, waits for the administrator. */
    public enum Status {
        NEVER_CHECKED,
        WORKING,
        FAILING,
        STOPPED,
        DISABLED
    }

    public static ServerState neverChecked() {
        return new ServerState(Status.NEVER_CHECKED, null, null, null, null, null, List.of(), 0);
    }
}
