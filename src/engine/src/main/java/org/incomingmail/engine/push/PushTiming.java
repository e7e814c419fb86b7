package org.incomingmail.engine.push;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When what is done about mailboxes that tell by themselves.
 *
 * @param look between two looks at which mail servers there are, and which of them are ours
 * @param renew how long a connection may be silent. RFC 2177 wants less than 29 minutes; routers forget it earlier
 * @param firstRetry wait after a connection was lost; doubles with each
 * @param longestRetry bound of that wait, and how long a mail server without IDLE is left alone
 * @param busy wait before a mailbox that was busy is checked again
 * @param most mailboxes on this node
 */
public record PushTiming(
        Duration look, Duration renew, Duration firstRetry, Duration longestRetry, Duration busy, int most) {

    public static PushTiming defaults() {
        return new PushTiming(
                Duration.ofSeconds(5),
                Duration.ofMinutes(9),
                Duration.ofSeconds(5),
                Duration.ofHours(1),
                Duration.ofSeconds(2),
                Integer.getInteger("incoming-mail.push-connections", 2_000));
    }

    /** With jitter, so that the mailboxes of a server that went down don't come back together. */
    Duration afterFailure(int failures, RandomGenerator random) {
        Duration doubled = firstRetry.multipliedBy(1L << Math.min(failures - 1, 16));
        Duration bounded = doubled.compareTo(longestRetry) < 0 ? doubled : longestRetry;
        return Duration.ofMillis((long) (bounded.toMillis() * (0.8 + 0.4 * random.nextDouble())));
    }
}
