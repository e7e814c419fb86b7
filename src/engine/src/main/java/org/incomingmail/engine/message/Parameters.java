package org.incomingmail.engine.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Content-Type and Content-Disposition: the value and its parameters, with the continuations and charsets of RFC 2231
 * and the wrong forms in use (encoded words in quotes, missing quotes, missing semicolons at the end).
 */
record Parameters(String value, Map<String, String> raw) {
    private static final int MOST = 200;

    static Parameters parse(@Nullable String field) {
        if (field == null) {
            return new Parameters("", Map.of());
        }
        int end = field.indexOf(';');
        String value = (end < 0 ? field : field.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        Map<String, String> found = new LinkedHashMap<>();
        int at = end;
        while (at >= 0 && at < field.length() && found.size() < MOST) {
            int equals = field.indexOf('=', at + 1);
            if (equals < 0) {
                break;
            }
            String name = field.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
            int start = equals + 1;
            while (start < field.length() && Character.isWhitespace(field.charAt(start))) {
                start++;
            }
            StringBuilder text = new StringBuilder();
            at = start < field.length() && field.charAt(start) == '"'
                    ? quoted(field, start + 1, text)
                    : bare(field, start, text);
            found.putIfAbsent(name, text.toString());
        }
        return new Parameters(value, found);
    }

    private static int quoted(String field, int at, StringBuilder text) {
        while (at < field.length() && field.charAt(at) != '"') {
            // a backslash before anything but a quote or itself is a Windows path, not an escape
            boolean escape =
                    field.charAt(at) == '\\' && at + 1 < field.length() && "\"\\".indexOf(field.charAt(at + 1)) >= 0;
            text.append(field.charAt(escape ? at + 1 : at));
            at += escape ? 2 : 1;
        }
        return next(field, at);
    }

    private static int bare(String field, int at, StringBuilder text) {
        int end = next(field, at);
        text.append(field, at, end < 0 ? field.length() : end);
        text.setLength(text.toString().stripTrailing().length());
        return end;
    }

    private static int next(String field, int at) {
        return at >= field.length() ? -1 : field.indexOf(';', at);
    }

    /** A parameter decoded; empty when it is missing or blank. */
    Optional<String> decoded(String name) {
        String extended = raw.get(name + "*");
        if (extended != null) {
            return text(percent(extended, true));
        }
        TreeMap<Integer, String> pieces = new TreeMap<>();
        boolean encoded = false;
        for (Map.Entry<String, String> parameter : raw.entrySet()) {
            String key = parameter.getKey();
            if (key.startsWith(name + "*")) {
                String index = key.substring(name.length() + 1);
                boolean star = index.endsWith("*");
                index = star ? index.substring(0, index.length() - 1) : index;
                if (!index.isEmpty() && index.length() < 4 && index.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    encoded |= star;
                    pieces.put(Integer.parseInt(index), parameter.getValue());
                }
            }
        }
        if (!pieces.isEmpty()) {
            String joined = String.join("", pieces.values());
            return text(encoded ? percent(joined, true) : EncodedWords.decode(joined));
        }
        return text(Optional.ofNullable(raw.get(name)).map(EncodedWords::decode).orElse(""));
    }

    private static Optional<String> text(String value) {
        return value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    private static String percent(String value, boolean hasCharset) {
        int first = value.indexOf('\'');
        int second = first < 0 ? -1 : value.indexOf('\'', first + 1);
        String charset = hasCharset && second > 0 ? value.substring(0, first) : null;
        String rest = charset == null ? value : value.substring(second + 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(rest.length());
        for (int i = 0; i < rest.length(); i++) {
            int code = rest.charAt(i) == '%' ? EncodedWords.hex(rest, i + 1) : -1;
            if (code >= 0) {
                bytes.write(code);
                i += 2;
            } else {
                bytes.writeBytes(rest.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return EncodedWords.decode(Charsets.decode(bytes.toByteArray(), charset).text());
    }
}
