package org.incomingmail.confluence.storage;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Settings that each message asks for, read from the database every two seconds only: so long other nodes go by former
 * ones. The node where they are changed reads them anew each time until the change is surely committed. Thread-safe.
 */
final class Briefly<K, V> {
    private static final long LASTS = Duration.ofSeconds(2).toNanos();

    private final LongSupplier nanos;
    private final Map<K, Known<V>> values = new ConcurrentHashMap<>();
    private volatile @Nullable Long changed;

    private record Known<V>(V value, long at) {}

    Briefly() {
        this(System::nanoTime);
    }

    Briefly(LongSupplier nanos) {
        this.nanos = nanos;
    }

    V get(K key, Supplier<V> read) {
        long now = nanos.getAsLong();
        Long change = changed;
        if (change != null && now - change < LASTS) {
            return read.get();
        }
        Known<V> known = values.get(key);
        if (known == null || now - known.at() >= LASTS) {
            known = new Known<>(read.get(), now);
            values.put(key, known);
        }
        return known.value();
    }

    /** To be called before each change, in its transaction. */
    void changing() {
        changed = nanos.getAsLong();
        values.clear();
    }
}
