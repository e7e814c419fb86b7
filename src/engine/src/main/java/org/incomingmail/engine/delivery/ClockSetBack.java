package org.incomingmail.engine.delivery;

import java.time.Duration;
import java.time.Instant;

/** Tells moments that were written while the clock was wrong: what was planned from there must not be waited for. */
public final class ClockSetBack {
    // between nodes clocks differ a little
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private ClockSetBack() {}

    /** Whether the clock has been set back since the given moment was written down as the present. */
    public static boolean since(Instant written, Instant now) {
        return written.isAfter(now.plus(TOLERANCE));
    }
}
