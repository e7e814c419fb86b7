package org.incomingmail.engine.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would become of one message, as docs/explain.md describes it.
 *
 * @param readable whether the message could be read
 */
public record Explanation(Map<String, @Nullable Object> members, boolean readable) {
    /** Rises when a member changes its meaning or goes; new members may come without. */
    public static final int SCHEMA = 1;

    private static final List<String> MEMBERS = List.of(
            "schema",
            "source",
            "message",
            "screening",
            "trust",
            "reply",
            "content",
            "attachments",
            "charsetRepairs",
            "notes",
            "decision",
            "error");

    /** One line of JSON, without the line's end. */
    public String json() {
        return JsonText.of(members);
    }

    /** The same members, so that readers need no second shape. */
    public static Explanation unreadable(String source, Throwable failed) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        MEMBERS.forEach(member -> members.put(member, null));
        members.put("schema", SCHEMA);
        members.put("source", source);
        members.put("error", inShort(failed));
        return new Explanation(members, false);
    }

    private static String inShort(Throwable failed) {
        String message = failed.getMessage();
        return failed.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
