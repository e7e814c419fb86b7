package org.incomingmail.engine.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.incomingmail.engine.failure.Code;
import org.incomingmail.engine.server.ServerCode;

/** Reads typed values by path and collects what is wrong with them. Lists have a line for each entry. */
final class PolicyInput {
    static final int MOST_ENTRIES = 1_000;
    private static final int LONGEST_ENTRY = 320;

    private final Map<String, String> values;
    private final List<PolicyError> errors;
    private final Set<String> asked = new HashSet<>();

    PolicyInput(Map<String, String> values) {
        this.values = values;
        this.errors = new ArrayList<>();
    }

    List<PolicyError> errors() {
        values.keySet().stream()
                .filter(path -> !asked.contains(path))
                .sorted()
                .forEach(path -> reject(path, PolicyCode.UNKNOWN_FIELD, path));
        return List.copyOf(errors);
    }

    void reject(String path, Code code, Object... arguments) {
        errors.add(new PolicyError(
                path, code, Arrays.stream(arguments).map(String::valueOf).toList()));
    }

    boolean has(String prefix) {
        return values.keySet().stream().anyMatch(path -> path.startsWith(prefix));
    }

    String text(String path, int longest) {
        asked.add(path);
        String value = values.getOrDefault(path, "").strip();
        if (value.length() > longest) {
            reject(path, ServerCode.TOO_LONG, longest);
        } else if (value.chars().anyMatch(Character::isISOControl)) {
            reject(path, ServerCode.CONTROL_CHARACTER);
        }
        return value;
    }

    List<String> lines(String path) {
        asked.add(path);
        List<String> lines = values.getOrDefault(path, "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (lines.size() > MOST_ENTRIES) {
            reject(path, PolicyCode.TOO_MANY, MOST_ENTRIES);
            return List.of();
        }
        lines.stream()
                .filter(line -> line.length() > LONGEST_ENTRY)
                .findFirst()
                .ifPresent(line -> reject(path, ServerCode.TOO_LONG, LONGEST_ENTRY));
        return lines;
    }

    boolean yes(String path, boolean otherwise) {
        asked.add(path);
        String value = values.getOrDefault(path, "").strip().toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.equals("true") && !value.equals("false")) {
            reject(path, ServerCode.CHOICE);
        }
        return value.equals("true");
    }

    int number(String path, int otherwise, int most) {
        asked.add(path);
        String value = values.getOrDefault(path, "").strip();
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number < 0 || number > most) {
                reject(path, ServerCode.RANGE, 0, most);
            }
            return number;
        } catch (NumberFormatException e) {
            reject(path, ServerCode.NUMBER);
            return otherwise;
        }
    }

    <E extends Enum<E>> E choice(String path, Class<E> type, E otherwise) {
        asked.add(path);
        String value = values.getOrDefault(path, "").strip().toUpperCase(Locale.ROOT);
        if (value.isEmpty()) {
            return otherwise;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseGet(() -> {
                    reject(path, ServerCode.CHOICE);
                    return otherwise;
                });
    }
}
