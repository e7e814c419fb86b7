package org.incomingmail.engine.delivery;

import java.time.Duration;

/**
 * Bounds of one check.
 *
 * @param messages per check; the rest waits for the next
 * @param messageBytes a larger message is not fetched
 * @param attempts at one message before it is quarantined
 * @param firstRetry wait after the first failure of a message; doubles with each
 * @param time after which no further message is begun
 * @param freeDisk bytes that stay free on the disk of the spool
 * @param batch messages between two visits to the mail server to settle
 */
public record Limits(
        int messages, long messageBytes, int attempts, Duration firstRetry, Duration time, long freeDisk, int batch) {

    private static final long MIB = 1024 * 1024;

    public static Limits defaults() {
        return new Limits(500, 150 * MIB, 5, Duration.ofMinutes(1), Duration.ofMinutes(5), 256 * MIB, 50);
    }

    static String mebibytes(long bytes) {
        return Long.toString((bytes + MIB - 1) / MIB);
    }

    /** Wait after the given failed attempt. */
    Duration retryAfter(int attempt) {
        return firstRetry.multipliedBy(1L << Math.min(attempt - 1, 20));
    }
}
