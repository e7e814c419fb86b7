package org.incomingmail.confluence.rest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.incomingmail.engine.server.Field;
import org.incomingmail.engine.server.MailServerInput;
import org.jspecify.annotations.Nullable;

/** Reads a mail server from JSON and keeps what it does not know: a typing error must not become a default. */
final class InputReader {
    /** What we answer with and take back without looking at it, so that an answer can be changed and sent back. */
    private static final Set<String> READ_ONLY = Set.of("id", "state", "authentication.authorization");

    private final Map<Field, String> values = new EnumMap<>(Field.class);
    private final List<String> unknown = new ArrayList<>();

    static InputReader read(@Nullable Map<String, Object> body) {
        InputReader reader = new InputReader();
        reader.object("", body == null ? Map.of() : body);
        return reader;
    }

    MailServerInput input() {
        return new MailServerInput(values);
    }

    /** Paths of members that are no field, or have an object or array where a value belongs. */
    List<String> unknown() {
        return unknown;
    }

    private void object(String prefix, Map<?, ?> members) {
        members.forEach((name, value) -> member(prefix + name, value));
    }

    private void member(String path, @Nullable Object value) {
        Optional<Field> field = Field.at(path);
        if (value == null || READ_ONLY.contains(path)) {
            return;
        }
        if (field.isPresent() && !(value instanceof Map || value instanceof Iterable)) {
            values.put(field.get(), value.toString());
        } else if (value instanceof Map<?, ?> object && isGroup(path)) {
            object(path + ".", object);
        } else {
            unknown.add(path);
        }
    }

    private static boolean isGroup(String path) {
        return java.util.Arrays.stream(Field.values())
                .anyMatch(field -> field.path().startsWith(path + "."));
    }
}
