package org.incomingmail.confluence.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.java.ao.schema.StringLength;
import org.incomingmail.engine.delivery.Envelope;
import org.jspecify.annotations.Nullable;

/** Texts as columns hold them. */
final class Texts {
    private static final int COLUMN = 255;

    private Texts() {}

    /** Cut to a column's length, without characters that databases refuse. */
    static @Nullable String column(@Nullable String text) {
        return cut(text, COLUMN);
    }

    static @Nullable String cut(@Nullable String text, int length) {
        if (text == null) {
            return null;
        }
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        if (clean.length() <= length) {
            return clean;
        }
        // not between the halves of a surrogate pair
        int end = Character.isHighSurrogate(clean.charAt(length - 1)) ? length - 1 : length;
        return clean.substring(0, end);
    }

    static @Nullable String lines(List<String> values) {
        return values.isEmpty()
                ? null
                : values.stream()
                        .map(value -> value.replaceAll("\\p{Cntrl}", " "))
                        .collect(Collectors.joining("\n"));
    }

    static List<String> values(@Nullable String lines) {
        return lines == null || lines.isEmpty() ? List.of() : Arrays.asList(lines.split("\n", -1));
    }

    /** What the journal's search looks into. */
    static @Nullable String searchText(Envelope envelope) {
        String sender = envelope.sender() == null ? "" : envelope.sender();
        String subject = envelope.subject() == null ? "" : envelope.subject();
        return cut((sender + " " + subject).strip().toLowerCase(Locale.ROOT), StringLength.MAX_LENGTH);
    }
}
