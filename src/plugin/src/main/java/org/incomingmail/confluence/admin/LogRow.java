package org.incomingmail.confluence.admin;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.incomingmail.confluence.settings.CodeTexts;
import org.incomingmail.engine.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/** A message as the log shows it. */
final class LogRow {
    private static final double KIB = 1024;
    private final CodeTexts texts;

    LogRow(CodeTexts texts) {
        this.texts = texts;
    }

    Map<String, Object> of(JournalEntry entry) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", String.valueOf(entry.id()));
        row.put("server", entry.serverName());
        row.put("state", entry.state().name());
        row.put("sender", text(entry.sender()));
        row.put("subject", text(entry.subject()));
        row.put("received", Moments.of(entry.received()));
        row.put("size", size(entry.size()));
        row.put("attempts", entry.attempts());
        row.put("rawKept", entry.rawKept());
        row.put("contentTitle", text(entry.contentTitle()));
        row.put("contentUrl", webAddress(entry.contentUrl()));
        String code = entry.code();
        if (code != null) {
            row.put("code", code);
            row.put("cause", texts.cause(code, entry.codeArguments()));
            row.put("remedy", texts.remedy(code, entry.codeArguments()));
        }
        return row;
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    /** A link is shown only when it is one: never javascript: or the like. */
    private static String webAddress(@Nullable String url) {
        return url != null && (url.startsWith("http://") || url.startsWith("https://") || url.startsWith("/"))
                ? url
                : "";
    }

    private static String size(long bytes) {
        if (bytes < KIB) {
            return bytes + " B";
        }
        return bytes < KIB * KIB
                ? String.format(Locale.ROOT, "%.1f KB", bytes / KIB)
                : String.format(Locale.ROOT, "%.1f MB", bytes / KIB / KIB);
    }
}
