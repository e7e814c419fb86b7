package org.incomingmail.confluence.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.settings.CodeTexts;
import org.incomingmail.engine.journal.Event;
import org.incomingmail.engine.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/** Writes entries of the incoming mail log as JSON. */
@Named
public class MessageJson {
    private final CodeTexts texts;

    @Inject
    public MessageJson(CodeTexts texts) {
        this.texts = texts;
    }

    Map<String, Object> write(JournalEntry entry) {
        String code = entry.code();
        return Json.object()
                .with("id", entry.id())
                .with("serverId", entry.server().value())
                .with("serverName", entry.serverName())
                .with("state", entry.state())
                .with("code", code)
                .with("message", code == null ? null : texts.message(code, entry.codeArguments()))
                .with("sender", entry.sender())
                .with("recipient", entry.recipient())
                .with("subject", entry.subject())
                .with("messageId", entry.messageId())
                .with("content", content(entry))
                .with("size", entry.size())
                .with("attempts", entry.attempts())
                .with("received", entry.received())
                .with("updated", entry.updated())
                .with("rawKept", entry.rawKept())
                .map();
    }

    /** With its story. */
    Map<String, Object> whole(JournalEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>(write(entry));
        json.put("story", entry.story().stream().map(this::event).toList());
        return json;
    }

    private Map<String, Object> event(Event event) {
        boolean reason = event.kind() == Event.Kind.REASON;
        return Json.object()
                .with("at", event.at())
                .with("kind", event.kind())
                .with("detail", event.detail().isEmpty() ? null : event.detail())
                .with("message", reason ? texts.cause(event.detail(), event.arguments()) : null)
                .with("arguments", event.arguments().isEmpty() ? null : event.arguments())
                .with("by", event.by())
                .map();
    }

    private static @Nullable Map<String, Object> content(JournalEntry entry) {
        return entry.contentId() == null
                ? null
                : Json.object()
                        .with("id", entry.contentId())
                        .with("title", entry.contentTitle())
                        .with("url", entry.contentUrl())
                        .map();
    }
}
