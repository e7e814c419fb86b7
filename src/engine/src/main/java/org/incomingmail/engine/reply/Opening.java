package org.incomingmail.engine.reply;

import java.util.Set;

/** The first words of a text. */
final class Opening {
    private static final int MOST_WORDS = 3;

    private Opening() {}

    /** "On", "Am", "In message", the short name of a weekday, in any language. */
    static boolean ofAttribution(String folded) {
        return startsWith(folded, Words.ALL.openers());
    }

    /** "As", "I", "Here": no client begins an attribution like that. */
    static boolean ofSentence(String folded) {
        return startsWith(folded, Words.ALL.prose());
    }

    private static boolean startsWith(String folded, Set<String> phrases) {
        int at = start(folded);
        int begin = at;
        for (int word = 0; word < MOST_WORDS; word++) {
            while (at < folded.length() && inWord(folded.charAt(at))) {
                at++;
            }
            if (phrases.contains(folded.substring(begin, at))) {
                return true;
            }
            if (at >= folded.length() || folded.charAt(at) != ' ') {
                return at < folded.length()
                        && folded.charAt(at) == '.'
                        && phrases.contains(folded.substring(begin, at + 1));
            }
            at++;
        }
        return false;
    }

    private static int start(String folded) {
        int at = 0;
        while (at < folded.length() && (folded.charAt(at) == '-' || folded.charAt(at) == ' ')) {
            at++;
        }
        return at;
    }

    private static boolean inWord(char c) {
        return Character.isLetter(c) || c == '\'' || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
