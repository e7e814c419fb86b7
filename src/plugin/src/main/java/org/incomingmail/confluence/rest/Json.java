package org.incomingmail.confluence.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making: plain maps, which any JSON library of the host can write. */
final class Json {
    private final Map<String, Object> members = new LinkedHashMap<>();

    static Json object() {
        return new Json();
    }

    /** Leaves the member out when there is no value. */
    Json with(String name, @Nullable Object value) {
        Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (present != null) {
            members.put(
                    name,
                    present instanceof Number || present instanceof Boolean || isContainer(present)
                            ? present
                            : present.toString());
        }
        return this;
    }

    Map<String, Object> map() {
        return members;
    }

    private static boolean isContainer(Object value) {
        return value instanceof Map || value instanceof Iterable;
    }
}
