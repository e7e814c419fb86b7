package org.incomingmail.confluence.storage;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values by path to and from one text: path=value lines in which backslash and line feed are escaped. */
final class PolicyText {
    private PolicyText() {}

    static String write(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "="
                                + entry.getValue().replace("\\", "\\\\").replace("\n", "\\n"))
                        .collect(Collectors.joining("\n"));
    }

    static Map<String, String> read(String text) {
        Map<String, String> values = new TreeMap<>();
        text.lines().filter(line -> line.indexOf('=') > 0).forEach(line -> {
            int equals = line.indexOf('=');
            values.put(line.substring(0, equals), unescaped(line.substring(equals + 1)));
        });
        return values;
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                out.append(next == 'n' ? '\n' : next);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
