package org.incomingmail.engine.reply;

import java.util.List;

/** The lines of a message with what is known about each, found out once. */
final class Page {
    private final List<Line> lines;
    private final boolean[] blank;
    private final String[] folded;
    private final int lastQuoted;

    Page(List<Line> lines) {
        this.lines = lines;
        this.blank = new boolean[lines.size()];
        this.folded = new String[lines.size()];
        int quoted = -1;
        for (int i = 0; i < blank.length; i++) {
            blank[i] = lines.get(i).blank();
            quoted = lines.get(i).depth() > 0 ? i : quoted;
        }
        this.lastQuoted = quoted;
    }

    int size() {
        return blank.length;
    }

    Line line(int at) {
        return lines.get(at);
    }

    String text(int at) {
        return lines.get(at).text();
    }

    boolean blank(int at) {
        return blank[at];
    }

    /** The text as it is compared. */
    String folded(int at) {
        if (folded[at] == null) {
            folded[at] = Folded.of(lines.get(at).text());
        }
        return folded[at];
    }

    /** The first line from here on that says something; the size when there is none. */
    int next(int from) {
        int at = from;
        while (at < blank.length && blank[at]) {
            at++;
        }
        return at;
    }

    /** The last line up to here that says something; -1 when there is none. */
    int previous(int from) {
        int at = from;
        while (at >= 0 && blank[at]) {
            at--;
        }
        return at;
    }

    boolean quoted(int at) {
        return at < blank.length && (lines.get(at).depth() > 0 || lines.get(at).mark() == Line.Mark.QUOTED);
    }

    boolean nothingQuotedFrom(int at) {
        return lastQuoted < at;
    }
}
