package org.incomingmail.engine.reply;

/** The line that our own notifications begin with. The language files hold what it is known by. */
public final class ReplyMarker {
    public static final String ENGLISH = "--- Reply above this line ---";
    public static final String JAPANESE = "--- この行より上に返信を書いてください ---";

    private static final int LONGEST = 160;

    private ReplyMarker() {}

    static boolean in(Page page, int at) {
        String text = page.text(at);
        if (text.length() > LONGEST || !text.contains("--")) {
            return false;
        }
        String folded = page.folded(at);
        return Words.ALL.markers().stream().anyMatch(folded::contains);
    }
}
