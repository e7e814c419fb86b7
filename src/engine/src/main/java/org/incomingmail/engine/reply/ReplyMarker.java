package org.incomingmail.engine.reply;

import java.util.Locale;
import java.util.Set;

/** The line that our own notifications begin with, in the languages we have. */
public final class ReplyMarker {
    public static final String ENGLISH = "--- Reply above this line ---";
    public static final String JAPANESE = "--- この行より上に返信を書いてください ---";

    private static final Set<String> KNOWN =
            Set.of("reply above this line", "この行より上に返信を書いてください", "type your reply above this line");

    private ReplyMarker() {}

    static boolean in(String line) {
        if (line.length() > 160) {
            return false;
        }
        String lower = line.toLowerCase(Locale.ROOT);
        return line.contains("--") && KNOWN.stream().anyMatch(lower::contains);
    }
}
