package org.incomingmail.engine.reply;

/** Where the own text of a message ends and another message begins. */
final class Cuts {
    private static final int LINES_SEARCHED_FOR_HINTS = 200;

    private final Page page;
    private final boolean forward;

    /** @param forward whether the subject says that the message is one */
    Cuts(Page page, boolean forward) {
        this.page = page;
        this.forward = forward;
    }

    /** What all from a line on is. */
    enum Rest {
        OWN,
        /** Another message that is answered. */
        QUOTED,
        /** Another message that is passed on, or answered between its lines: what the author wants to be seen. */
        CONTENT
    }

    Rest at(int at) {
        if (Separator.forward(page, at)) {
            return Rest.CONTENT;
        }
        if (page.line(at).depth() > 0 || !begins(at)) {
            return Rest.OWN;
        }
        return forward || answeredBelow(at) ? Rest.CONTENT : Rest.QUOTED;
    }

    /** Whether the lines of a quotation begin with a copied header. */
    boolean within(int at) {
        return Separator.original(page, at) || HeaderBlock.beginsAt(page, at);
    }

    private boolean begins(int at) {
        Line line = page.line(at);
        if (line.mark() == Line.Mark.REST_IS_QUOTED || ReplyMarker.in(page, at) || Separator.original(page, at)) {
            return true;
        }
        if (HeaderBlock.beginsAt(page, at)) {
            return !introduced(at);
        }
        int below = page.next(at + 1);
        return rule(line.text()) && below < page.size() && HeaderBlock.beginsAt(page, below);
    }

    /** "These are the headers:" above a header means that it is to be seen. */
    private boolean introduced(int at) {
        int above = page.previous(at - 1);
        return above >= 0
                && page.folded(above).endsWith(":")
                && !Attribution.of(page.text(above)).likely();
    }

    /** "See my answers below" above a message whose lines are not marked as quoted. */
    private boolean answeredBelow(int at) {
        int lines = Math.min(at, LINES_SEARCHED_FOR_HINTS);
        for (int i = 0; i < lines; i++) {
            if (Words.anyIn(Words.ALL.inline(), page.folded(i))) {
                return true;
            }
        }
        return false;
    }

    /** The line Outlook draws above a copied header. */
    private static boolean rule(String text) {
        String line = text.strip();
        return line.length() >= 5 && line.chars().allMatch(c -> c == '_' || c == '-' || c == '─' || c == '=');
    }
}
