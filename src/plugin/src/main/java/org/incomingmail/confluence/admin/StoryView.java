package org.incomingmail.confluence.admin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.incomingmail.confluence.settings.CodeTexts;
import org.incomingmail.engine.journal.Event;
import org.incomingmail.engine.journal.JournalEntry;

/** What happened to a message, in words, oldest first. */
final class StoryView {
    private final Screens screens;
    private final CodeTexts codes;

    StoryView(Screens screens, CodeTexts codes) {
        this.screens = screens;
        this.codes = codes;
    }

    List<Map<String, Object>> of(JournalEntry entry) {
        List<Map<String, Object>> story = new ArrayList<>();
        if (!entry.story().isEmpty()) {
            story.add(Map.of(
                    "moment",
                    Moments.of(entry.received()),
                    "text",
                    screens.text("story.RECEIVED", entry.serverName())));
        }
        for (Event event : entry.story()) {
            Map<String, Object> shown = new HashMap<>();
            shown.put("moment", Moments.of(event.at()));
            shown.put("text", text(event));
            if (event.kind() == Event.Kind.REASON) {
                shown.put("code", event.detail());
            }
            story.add(shown);
        }
        return story;
    }

    private String text(Event event) {
        String by = event.by() == null ? "" : event.by();
        return switch (event.kind()) {
            case TAKEN -> screens.text("story.TAKEN", argument(event, 0));
            case TRUSTED -> screens.text("story.TRUSTED", screens.text("preview.trust." + event.detail()));
            case CONCLUDED -> screens.text("story.CONCLUDED", screens.text("message.state." + event.detail()));
            case REASON -> codes.cause(event.detail(), event.arguments());
            case PLACED -> screens.text("story.PLACED", by, or(argument(event, 0)), or(argument(event, 1)));
            case RETRIED, RELEASED -> screens.text("story." + event.kind(), by);
            case SETTLED, CONFIRMED, ERASED -> screens.text("story." + event.kind());
        };
    }

    private String or(String chosen) {
        return chosen.isEmpty() ? screens.text("story.as-it-says") : chosen;
    }

    private static String argument(Event event, int position) {
        return position < event.arguments().size() ? event.arguments().get(position) : "";
    }
}
