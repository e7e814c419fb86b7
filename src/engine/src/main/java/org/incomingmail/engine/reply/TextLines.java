package org.incomingmail.engine.reply;

import java.util.ArrayList;
import java.util.List;

/** The lines of plain text with their quote marks taken off. */
public final class TextLines {
    private TextLines() {}

    /** One line for each that {@code text.split("\n", -1)} gives. */
    public static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            lines.add(line(text.substring(start, end), 0, Line.Mark.NONE));
            start = end + 1;
        }
        return lines;
    }

    /** A line with the marks taken off that stand in its text. */
    static Line line(String raw, int outerDepth, Line.Mark mark) {
        int depth = 0;
        int at = 0;
        int bare = 0;
        while (at < raw.length()) {
            char c = raw.charAt(at);
            if (c == '>' || c == '＞') {
                depth++;
                bare = at + 1;
            } else if (c != ' ' || at - bare > 1) {
                break;
            }
            at++;
        }
        if (depth == 0) {
            return new Line(raw, outerDepth, mark);
        }
        String rest = raw.substring(bare);
        return new Line(rest.startsWith(" ") ? rest.substring(1) : rest, outerDepth + depth, mark);
    }
}
