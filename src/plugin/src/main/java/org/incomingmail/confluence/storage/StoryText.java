package org.incomingmail.confluence.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.incomingmail.engine.journal.Event;
import org.jspecify.annotations.Nullable;

/** The story of a message as its column holds it: a line for each event, its fields parted by tabs. */
final class StoryText {
    /** A message that is tried again by hand for ever keeps the newest. */
    private static final int MOST = 100;

    private static final int LONGEST_FIELD = 500;
    private static final int BEFORE_ARGUMENTS = 4;

    private StoryText() {}

    static String with(@Nullable String story, List<Event> events) {
        List<String> lines = new ArrayList<>(lines(story));
        events.forEach(event -> lines.add(line(event)));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - MOST), lines.size()));
    }

    static List<Event> read(@Nullable String story) {
        return lines(story).stream().flatMap(line -> event(line).stream()).toList();
    }

    private static List<String> lines(@Nullable String story) {
        return story == null || story.isEmpty() ? List.of() : Arrays.asList(story.split("\n"));
    }

    private static String line(Event event) {
        String by = event.by() == null ? "" : event.by();
        Stream<String> fields =
                Stream.of(Long.toString(event.at().toEpochMilli()), event.kind().name(), event.detail(), by);
        return Stream.concat(fields, event.arguments().stream())
                .map(field -> String.valueOf(Texts.cut(field, LONGEST_FIELD)))
                .collect(Collectors.joining("\t"));
    }

    /** None for what a newer version may have written. */
    private static List<Event> event(String line) {
        String[] fields = line.split("\t", -1);
        try {
            return List.of(new Event(
                    Instant.ofEpochMilli(Long.parseLong(fields[0])),
                    Event.Kind.valueOf(fields[1]),
                    fields[2],
                    Arrays.asList(fields).subList(BEFORE_ARGUMENTS, fields.length),
                    fields[3].isEmpty() ? null : fields[3]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unknown) {
            return List.of();
        }
    }
}
