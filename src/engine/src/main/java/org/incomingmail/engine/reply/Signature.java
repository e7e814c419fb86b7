package org.incomingmail.engine.reply;

import java.util.regex.Pattern;

/** Lines that begin a signature. */
final class Signature {
    private static final Pattern ADDRESS_BEHIND = Pattern.compile("\\s?[<(\\[]https?://[^\\s>)\\]]{1,300}[>)\\]]$");

    /** A line of one sign, as Japanese signatures begin with. */
    private static final Pattern RULE = Pattern.compile("^\\s{0,20}([-=*_+#~━─＝＿＊★☆◆◇■□・…‥])\\1{7,150}.{0,20}$");

    private static final Pattern CONTACT =
            Pattern.compile("(?iu)[^\\s<>@]@[^\\s<>@]{1,100}\\.[a-z]{2}|https?://|\\b(?:tel|fax|phone|mobile)\\b|"
                    + "電話|携帯|株式会社|〒|\\d[\\d ()/-]{7,30}\\d");

    private static final int MOST_LINES = 14;
    private static final int MOST_LINES_DELIMITED = 25;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_SENT_FROM = 140;

    private Signature() {}

    /** RFC 3676 4.3: two dashes and a blank, which many programs take away. Two dashes may also be a comment in SQL. */
    static boolean delimits(Page page, int at, int end) {
        String text = page.text(at);
        if (text.equals("-- ")) {
            return linesBetween(page, at + 1, end) <= 2 * MOST_LINES_DELIMITED;
        }
        boolean dashes = text.equals("--") || text.equals("--\u00a0") || text.equals("—") || text.equals("– –");
        return dashes
                && !dashed(page, at - 1)
                && !dashed(page, at + 1)
                && linesBetween(page, at + 1, end) <= MOST_LINES_DELIMITED
                && shortLines(page, at + 1, end);
    }

    private static boolean dashed(Page page, int at) {
        return at >= 0 && at < page.size() && page.text(at).startsWith("--");
    }

    private static int linesBetween(Page page, int from, int end) {
        int lines = 0;
        for (int i = from; i < end; i++) {
            lines += page.blank(i) ? 0 : 1;
        }
        return lines;
    }

    /** Long lines are prose, or the legal notice below. */
    private static boolean shortLines(Page page, int from, int end) {
        int first = page.next(from);
        return first >= end || page.text(first).length() <= LONGEST_LINE;
    }

    static boolean sentFrom(Page page, int at) {
        String text = page.text(at);
        if (text.length() < 5 || text.length() > LONGEST_SENT_FROM + 300) {
            return false;
        }
        String folded = ADDRESS_BEHIND.matcher(page.folded(at)).replaceFirst("");
        String line = folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
        return line.length() <= LONGEST_SENT_FROM && Words.ALL.sentFrom().match(line);
    }

    static boolean rule(String line) {
        return line.length() >= 8
                && line.length() < LONGEST_LINE
                && RULE.matcher(line).matches();
    }

    /** Whether below such a line up to the end stands a block that gives an address, phone or company. */
    static boolean ruled(Page page, int start, int end) {
        if (end - start > MOST_LINES || end - start < 2) {
            return false;
        }
        for (int i = start + 1; i < end; i++) {
            String text = page.text(i);
            if (CONTACT.matcher(text.substring(0, Math.min(300, text.length()))).find()) {
                return true;
            }
        }
        return false;
    }
}
