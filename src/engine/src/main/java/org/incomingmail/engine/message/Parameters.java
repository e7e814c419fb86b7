package org.incomingmail.engine.message;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Content-Type and Content-Disposition: the value and its parameters, as RFC 2045 5.1 has them and with the wrong forms
 * in use: missing or doubled quotes, missing semicolons, comments, a missing value.
 */
record Parameters(String value, Map<String, String> raw) {
    private static final int MOST = 200;
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final int LONGEST_NAME = 60;

    static Parameters parse(@Nullable String field) {
        if (field == null) {
            return new Parameters("", Map.of());
        }
        int end = endOfValue(field);
        String value = withoutComments(field.substring(0, end)).toLowerCase(Locale.ROOT);
        Map<String, String> found = new LinkedHashMap<>();
        int at = end;
        while (at >= 0 && at < field.length() && found.size() < MOST) {
            int equals = field.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String name = name(field.substring(at, equals));
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

    /** At the semicolon; without one before the first parameter. */
    private static int endOfValue(String field) {
        int semicolon = field.indexOf(';');
        int equals = field.indexOf('=');
        if (equals < 0 || semicolon >= 0 && semicolon < equals) {
            return semicolon < 0 ? field.length() : semicolon;
        }
        int name = equals;
        while (name > 0 && Character.isWhitespace(field.charAt(name - 1))) {
            name--;
        }
        while (name > 0 && !Character.isWhitespace(field.charAt(name - 1))) {
            name--;
        }
        return name;
    }

    /** What stands before the equals sign, without the semicolons and comments before it. */
    private static String name(String before) {
        String bare = withoutComments(before);
        int last = Math.max(bare.lastIndexOf(';'), bare.lastIndexOf(' '));
        return bare.substring(last + 1).strip().toLowerCase(Locale.ROOT);
    }

    private static String withoutComments(String text) {
        return (text.indexOf('(') < 0 ? text : COMMENT.matcher(text).replaceAll("")).strip();
    }

    private static int quoted(String field, int at, StringBuilder text) {
        while (at < field.length() && !(field.charAt(at) == '"' && closes(field, at))) {
            // a backslash before anything but a quote or itself is a Windows path, not an escape
            boolean escape =
                    field.charAt(at) == '\\' && at + 1 < field.length() && "\"\\".indexOf(field.charAt(at + 1)) >= 0;
            text.append(field.charAt(escape ? at + 1 : at));
            at += escape ? 2 : 1;
        }
        return at + 1;
    }

    /** A quote inside of the text that the sender did not escape is followed by more of it. */
    private static boolean closes(String field, int quote) {
        int next = quote + 1;
        while (next < field.length() && Character.isWhitespace(field.charAt(next))) {
            next++;
        }
        return next >= field.length()
                || ";(".indexOf(field.charAt(next)) >= 0
                || field.indexOf('"', next) < 0
                || field.substring(next, Math.min(next + LONGEST_NAME, field.length()))
                        .matches("(?s)[\\w*-]+\\s*=.*");
    }

    private static int bare(String field, int at, StringBuilder text) {
        int semicolon = field.indexOf(';', at);
        text.append(field, at, semicolon < 0 ? field.length() : semicolon);
        text.setLength(text.toString().stripTrailing().length());
        return semicolon;
    }

    /** A parameter decoded; empty when it is missing or blank. */
    Optional<String> decoded(String name) {
        return ExtendedParameter.of(name, raw)
                .or(() -> Optional.ofNullable(raw.get(name)).map(ExtendedParameter::plain))
                .filter(value -> !value.isBlank())
                .map(String::strip);
    }
}
