package org.incomingmail.engine.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.connection.Stage;

/**
 * How long a failing mailbox is left alone: twice as long each time, up to an hour, with jitter so that many mailboxes
 * of one provider don't come back together. It begins with the poll interval, but with a minute at most where time may
 * heal: who has mail pushed and looks for it once an hour does not want to be without it for an hour.
 */
record Backoff(Duration longest, int refusalsUntilStopped, RandomGenerator random) {
    private static final Duration FIRST = Duration.ofMinutes(1);

    static Backoff defaults(RandomGenerator random) {
        // providers lock accounts after few refused passwords
        return new Backoff(Duration.ofHours(1), 3, random);
    }

    boolean stops(ConnectionFailure failure, int consecutiveFailures) {
        // a provider that says the consent is gone means it; a mail server may be mistaken
        boolean certain = failure.stage() == Stage.TOKEN;
        return failure.needsAdministrator() && (certain || consecutiveFailures >= refusalsUntilStopped);
    }

    Duration after(ConnectionFailure failure, Duration pollInterval, int consecutiveFailures) {
        boolean soon = !failure.needsAdministrator() && pollInterval.compareTo(FIRST) > 0;
        Duration first = soon ? FIRST : pollInterval;
        Duration doubled = first.multipliedBy(1L << Math.min(consecutiveFailures - 1, 16));
        Duration bounded = doubled.compareTo(longest) < 0 ? doubled : longest;
        Duration jittered = Duration.ofMillis((long) (bounded.toMillis() * (0.8 + 0.4 * random.nextDouble())));
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        Duration wait = jittered.compareTo(asked) > 0 ? jittered : asked;
        return wait.compareTo(first) > 0 ? wait : first;
    }
}
