package org.incomingmail.engine.reply;

import java.util.ArrayList;
import java.util.List;

/** What the open elements say of the text in them. */
final class MarkStack {
    private final List<Line.Mark> marks = new ArrayList<>();
    private int quotes;
    private int quoted; // how many of the marks say so
    private int signatures;
    private int answeredBelow = -1; // the open container of a quotation whose block quote has ended
    private boolean restQuoted;

    void begin(String name, Line.Mark mark) {
        boolean rest = mark == Line.Mark.REST_IS_QUOTED;
        restQuoted |= rest;
        marks.add(rest ? Line.Mark.NONE : mark);
        count(marks.get(marks.size() - 1), 1);
        quotes += name.equals("blockquote") ? 1 : 0;
    }

    Line.Mark innermost() {
        return marks.get(marks.size() - 1);
    }

    void end(String name) {
        count(marks.remove(marks.size() - 1), -1);
        if (name.equals("blockquote") && quotes == 1) {
            answeredBelow = marks.lastIndexOf(Line.Mark.QUOTED);
        } else if (answeredBelow >= marks.size()) {
            answeredBelow = -1;
        }
        quotes -= name.equals("blockquote") ? 1 : 0;
    }

    private void count(Line.Mark mark, int by) {
        quoted += mark == Line.Mark.QUOTED ? by : 0;
        signatures += mark == Line.Mark.SIGNATURE ? by : 0;
    }

    int quotes() {
        return quotes;
    }

    /** Inside of a quotation's container what is not in a block quote is the attribution, or an answer. */
    Line.Mark current() {
        if (restQuoted) {
            return Line.Mark.REST_IS_QUOTED;
        }
        if (quoted > 0 && marks.lastIndexOf(Line.Mark.QUOTED) != answeredBelow) {
            return Line.Mark.QUOTED;
        }
        return signatures > 0 ? Line.Mark.SIGNATURE : Line.Mark.NONE;
    }
}
