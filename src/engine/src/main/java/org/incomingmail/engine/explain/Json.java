package org.incomingmail.engine.explain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making. Members keep their order; what is missing is null, so that the shape never changes. */
final class Json {
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    static Json object() {
        return new Json();
    }

    Json with(String name, @Nullable Object value) {
        members.put(name, value instanceof Optional<?> optional ? optional.orElse(null) : value);
        return this;
    }

    Map<String, @Nullable Object> map() {
        return members;
    }
}
