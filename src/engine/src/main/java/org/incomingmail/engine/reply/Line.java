package org.incomingmail.engine.reply;

/**
 * A line of a message as the reader sees it.
 *
 * @param text without quote marks; an image counts as one character
 * @param depth how often it is quoted
 * @param mark what the client's markup says of it
 */
public record Line(String text, int depth, Mark mark) {

    /** What the markup says. */
    public enum Mark {
        NONE,
        /** Belongs to a quotation. */
        QUOTED,
        /** From here to the end all is quoted. */
        REST_IS_QUOTED,
        SIGNATURE
    }

    /** Whether the reader sees nothing of it: marks for the direction of writing and the like have no width. */
    boolean blank() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && !invisible(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean invisible(char c) {
        return Character.getType(c) == Character.FORMAT || Character.isISOControl(c);
    }
}
