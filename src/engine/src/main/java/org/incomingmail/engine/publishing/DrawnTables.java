package org.incomingmail.engine.publishing;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.incomingmail.engine.reply.Line;

/** Finds tables that are drawn with characters, or whose columns are made with blanks: they need a fixed pitch. */
final class DrawnTables {
    private static final Pattern DRAWN = Pattern.compile("^\\s*(?:\\+[-=+]{3,}\\+|\\|.*\\|)\\s*$");
    private static final int LONGEST = 1_000;

    private DrawnTables() {}

    /** Whether each line is part of one; a table has two lines at least. */
    static boolean[] in(List<Line> lines) {
        boolean[] found = new boolean[lines.size()];
        int at = 0;
        while (at < found.length) {
            int end = Math.max(drawnFrom(lines, at), columnsFrom(lines, at));
            for (int i = at; i < end && end - at > 1; i++) {
                found[i] = true;
            }
            at = Math.max(at + 1, end);
        }
        return found;
    }

    private static int drawnFrom(List<Line> lines, int start) {
        int end = start;
        while (end < lines.size()
                && sameQuotation(lines, start, end)
                && drawn(lines.get(end).text())) {
            end++;
        }
        return end;
    }

    private static boolean drawn(String text) {
        return text.length() < LONGEST && DRAWN.matcher(text).matches();
    }

    /** As long as some column begins at one place in all the lines. */
    private static int columnsFrom(List<Line> lines, int start) {
        Set<Integer> common = columns(lines.get(start).text());
        int end = start;
        while (!common.isEmpty()) {
            end++;
            if (end == lines.size() || !sameQuotation(lines, start, end)) {
                break;
            }
            common.retainAll(columns(lines.get(end).text()));
        }
        return end;
    }

    private static boolean sameQuotation(List<Line> lines, int one, int other) {
        return lines.get(one).depth() == lines.get(other).depth();
    }

    /** Where something stands behind a gap of two blanks or more; a gap behind a full stop is typing. */
    private static Set<Integer> columns(String text) {
        Set<Integer> columns = new TreeSet<>();
        int last = Math.min(text.length(), LONGEST);
        boolean begun = false;
        for (int i = 0; i < last; i++) {
            boolean gap = i >= 2 && text.charAt(i - 1) == ' ' && text.charAt(i - 2) == ' ';
            if (text.charAt(i) != ' ') {
                if (begun && gap && !sentenceEnds(text, i)) {
                    columns.add(i);
                }
                begun = true;
            }
        }
        return columns;
    }

    private static boolean sentenceEnds(String text, int next) {
        int at = next - 1;
        while (at > 0 && text.charAt(at) == ' ') {
            at--;
        }
        return next - at == 3 && ".!?:;".indexOf(text.charAt(at)) >= 0;
    }
}
