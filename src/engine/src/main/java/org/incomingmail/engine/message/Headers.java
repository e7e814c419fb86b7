package org.incomingmail.engine.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The header fields of a message or part in their order; names compare without case. */
public record Headers(List<Header> fields) {

    public Headers {
        fields = List.copyOf(fields);
    }

    /** First value of the name as sent, unfolded. */
    public Optional<String> raw(String name) {
        for (Header field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return Optional.of(field.raw());
            }
        }
        return Optional.empty();
    }

    /** First value of the name that says something, decoded. */
    public Optional<String> decoded(String name) {
        for (String value : all(name)) {
            String decoded = EncodedWords.decode(value);
            if (!decoded.isBlank()) {
                return Optional.of(decoded);
            }
        }
        return Optional.empty();
    }

    /** All values of the name as sent, unfolded, top first. */
    public List<String> all(String name) {
        List<String> values = List.of(); // most names are not there
        for (Header field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                values = values.isEmpty() ? new ArrayList<>(2) : values;
                values.add(field.raw());
            }
        }
        return values;
    }

    public boolean has(String name) {
        return raw(name).isPresent();
    }

    /** Values by name; the map ignores the case of names. */
    public Map<String, List<String>> asMap() {
        Map<String, List<String>> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header field : fields) {
            map.computeIfAbsent(field.name(), name -> new ArrayList<>(1)).add(field.raw());
        }
        return Collections.unmodifiableMap(map);
    }
}
