package org.incomingmail.engine.connection.wire;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How long we wait for a server: each wait, each answer as a whole, and everything together. An answer that drips in
 * slower than {@link #SLOWEST} is taken for silence, so that a server cannot hold us by sending a byte now and then.
 */
public final class Patience {
    private static final long SLOWEST = 2_048; // bytes per second
    private static final long SLICE = 200; // milliseconds between two looks at "cancelled"

    private final long eachWait;
    private final long end;
    private final BooleanSupplier cancelled;
    private long waited;
    private long received;

    private Patience(Duration eachWait, long end, BooleanSupplier cancelled) {
        this.eachWait = eachWait.toNanos();
        this.end = end;
        this.cancelled = cancelled;
    }

    /** Without a bound on the whole conversation. */
    public static Patience of(Duration eachWait) {
        return new Patience(eachWait, Long.MAX_VALUE, () -> false);
    }

    public static Patience of(Duration eachWait, Duration everything, BooleanSupplier cancelled) {
        return new Patience(eachWait, System.nanoTime() + everything.toNanos(), cancelled);
    }

    /** We said something: the answer may take its time from here. */
    void asked() {
        waited = 0;
        received = 0;
    }

    void received(long bytes, long nanosWaited) {
        received += bytes;
        waited += nanosWaited;
    }

    /** Checks that there is patience left, and for how many milliseconds to wait before asking again. */
    public int nextWait(long nanosThisWait) throws SocketTimeoutException, CancelledException {
        if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw new CancelledException();
        }
        long allowed = 2 * eachWait + received * (1_000_000_000L / SLOWEST);
        long left = Math.min(eachWait - nanosThisWait, allowed - waited - nanosThisWait);
        if (end != Long.MAX_VALUE) {
            left = Math.min(left, end - System.nanoTime());
        }
        if (left <= 0) {
            throw new SocketTimeoutException("Read timed out");
        }
        return (int) Math.max(1, Math.min(SLICE, left / 1_000_000));
    }

    /** The given time, or what is left of everything when that is less; at least a millisecond. */
    public Duration atMost(Duration time) {
        if (end == Long.MAX_VALUE) {
            return time;
        }
        long left = Math.max(1_000_000, end - System.nanoTime());
        return left < time.toNanos() ? Duration.ofNanos(left) : time;
    }
}
