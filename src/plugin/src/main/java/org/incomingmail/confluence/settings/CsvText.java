package org.incomingmail.confluence.settings;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of CSV (RFC 4180) that no spreadsheet takes for a formula. */
public final class CsvText {
    private static final Pattern FORMULA = Pattern.compile("^[=+@\\t\\r-]");

    private CsvText() {}

    public static String line(List<? extends @Nullable Object> values) {
        return values.stream().map(CsvText::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(@Nullable Object value) {
        String text = Objects.toString(value, "");
        String harmless = FORMULA.matcher(text).find() ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
