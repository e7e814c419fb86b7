package org.incomingmail.confluence.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Moments as milliseconds, 0 for none. */
final class Moments {
    private Moments() {}

    static long millis(@Nullable Instant moment) {
        return moment == null ? 0 : moment.toEpochMilli();
    }

    static @Nullable Instant moment(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
