package org.incomingmail.engine.reply;

import java.util.regex.Pattern;

/**
 * What speaks for a text being "On Monday, Ann wrote:" or its like: a verb, an address, a date, a time, in any order.
 * The verbs are of all languages; where there is none, date, time and address say enough.
 */
final class Attribution {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@,;]@[^\\s<>@]");
    private static final Pattern TIME = Pattern.compile("\\p{Nd}{1,2}\\s?[:.h時时시点]\\s?\\p{Nd}{2}");
    private static final Pattern DATE = Pattern.compile("(?<!\\p{Nd})\\p{Nd}{4}(?!\\p{Nd})"
            + "|\\p{Nd}{1,4}[./-]\\s?\\p{Nd}{1,2}[./-]\\s?\\p{Nd}{1,4}|\\p{Nd}{1,2}\\s?[月월]\\s?\\p{Nd}{1,2}");
    private static final Pattern ADDRESS_AT_END = Pattern.compile("@[^\\s@]{1,200}[>)\\]] ?:$");
    private static final int LONGEST = 500;

    private final String text;
    private final String folded;
    private final boolean verb;
    private final boolean address;
    private final boolean date;
    private final boolean time;

    private Attribution(String text, String folded) {
        this.text = text;
        this.folded = folded;
        this.verb = Words.anyIn(Words.ALL.wrote(), folded);
        this.address = ADDRESS.matcher(folded).find();
        this.date = DATE.matcher(folded).find();
        this.time = TIME.matcher(folded).find();
    }

    static Attribution of(String text) {
        return new Attribution(text, text.length() > LONGEST ? "" : Folded.of(text));
    }

    /** Whether a line ends as the last one of an attribution does; all others need no closer look. */
    static boolean ends(String line) {
        int end = line.length();
        while (end > 0 && insignificant(line.charAt(end - 1))) {
            end--;
        }
        if (end == 0) {
            return false;
        }
        return switch (line.charAt(end - 1)) {
            case ':', '：', '﹕', '>', '。', '…' -> true;
            case '-', '.' -> end > 3 && line.charAt(end - 2) == line.charAt(end - 1);
            default -> false;
        };
    }

    private static boolean insignificant(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '*'
                || c == '_'
                || Character.getType(c) == Character.FORMAT;
    }

    /** Enough when a quotation follows. */
    boolean likely() {
        if (folded.isEmpty() || Opening.ofSentence(folded)) {
            return false;
        }
        if (verb) {
            return address || date || time || NameOnly.in(text);
        }
        return address && (date && (time || opened()) || time && opened()) || date && time && opened() && colon();
    }

    /** Enough even when nothing marks what follows as quoted. */
    boolean certain() {
        if (!address || !colon() && !dashed() || Opening.ofSentence(folded)) {
            return false;
        }
        return verb
                ? date || time
                : date && time && opened() && ADDRESS_AT_END.matcher(folded).find();
    }

    /** Nothing is missing that a line above could hold. */
    boolean complete() {
        return (date || time) && Opening.ofAttribution(folded);
    }

    boolean dated() {
        return date || time;
    }

    private boolean opened() {
        return Character.isDigit(folded.charAt(0)) || Opening.ofAttribution(folded);
    }

    private boolean colon() {
        return folded.endsWith(":");
    }

    private boolean dashed() {
        return folded.startsWith("--") && folded.endsWith("--");
    }
}
