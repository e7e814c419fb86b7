package org.incomingmail.engine.connection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a connection test found.
 *
 * @param stages every stage, in the order taken; those not reached come last as SKIPPED
 * @param failure why the first failing stage failed
 * @param wanted how many mails would be taken now
 * @param transcript what was said, secrets masked, bodies left out
 */
public record TestReport(
        List<StageResult> stages,
        Optional<ConnectionFailure> failure,
        Optional<Integer> wanted,
        String transcript,
        Duration took) {

    public boolean passed() {
        return failure.isEmpty();
    }
}
