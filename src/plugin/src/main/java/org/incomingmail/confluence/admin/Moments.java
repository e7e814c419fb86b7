package org.incomingmail.confluence.admin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Moments for templates: for machines, and in words that the script replaces by the reader's own time and language. */
final class Moments {
    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private Moments() {}

    static Map<String, Object> of(Instant moment) {
        return Map.of("iso", moment.truncatedTo(ChronoUnit.SECONDS).toString(), "words", WORDS.format(moment));
    }
}
