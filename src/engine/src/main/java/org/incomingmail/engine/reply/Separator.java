package org.incomingmail.engine.reply;

/** "-----Original Message-----", "Begin forwarded message:" and their like in all languages. */
final class Separator {
    private static final int LONGEST = 120;

    private Separator() {}

    static boolean original(Page page, int at) {
        String words = words(page, at);
        return !words.isEmpty() && Words.ALL.originals().match(words);
    }

    static boolean forward(Page page, int at) {
        String words = words(page, at);
        return !words.isEmpty() && Words.ALL.forwards().match(words);
    }

    /** What stands between the dashes, or before the colon; empty when the line is no separator. */
    private static String words(Page page, int at) {
        String text = page.text(at);
        if (text.length() < 5 || text.length() > LONGEST) {
            return "";
        }
        String folded = page.folded(at);
        int start = 0;
        int end = folded.length();
        while (start < end && drawn(folded.charAt(start))) {
            start++;
        }
        while (end > start && drawn(folded.charAt(end - 1))) {
            end--;
        }
        boolean colon = end > start && folded.charAt(end - 1) == ':';
        boolean dashes = start >= 2;
        return dashes || colon ? folded.substring(start, colon ? end - 1 : end).strip() : "";
    }

    private static boolean drawn(char c) {
        return c == '-' || c == '_' || c == '=' || c == ' ' || c == '—' || c == '–' || c == '─' || c == '~' || c == '>'
                || c == '<' || c == '#' || c == '+';
    }
}
