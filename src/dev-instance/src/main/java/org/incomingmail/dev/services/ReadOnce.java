package org.incomingmail.dev.services;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What a transaction has read already, as the session of the host's Hibernate keeps it; every change forgets it. */
final class ReadOnce implements SqlLogger {
    private final ThreadLocal<@Nullable Map<Object, Object>> known = new ThreadLocal<>();

    /** Runs a transaction that knows nothing yet. */
    <T> T during(Supplier<T> transaction) {
        Map<Object, Object> outer = known.get();
        known.set(new HashMap<>());
        try {
            return transaction.get();
        } finally {
            known.set(outer);
        }
    }

    @SuppressWarnings("unchecked") // a key has one type of value
    <T> T read(Object key, Supplier<T> read) {
        Map<Object, Object> values = known.get();
        if (values == null) {
            return read.get();
        }
        Object value = values.get(key);
        if (value == null) {
            value = read.get();
            values.put(key, value);
        }
        return (T) value;
    }

    @Override
    public void logBeforeExecution(StatementContext context) {
        Map<Object, Object> values = known.get();
        if (values != null
                && !context.getRawSql().strip().toLowerCase(Locale.ROOT).startsWith("select")) {
            values.clear();
        }
    }
}
