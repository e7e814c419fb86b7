package org.incomingmail.engine.reply;

/** Finds attributions, which may be wrapped over several lines. */
final class Attributions {
    private static final int MOST_LINES = 4;

    private final Page page;

    Attributions(Page page) {
        this.page = page;
    }

    /** What was found: the line behind it, and whether all that follows is another message. */
    record Found(int end, boolean restIsQuoted) {}

    /** Whether one begins at the line, and where it ends; end is the line itself when there is none. */
    Found at(int start) {
        for (int last = start; last < start + MOST_LINES && runsOn(start, last); last++) {
            if (!Attribution.ends(page.text(last))) {
                continue;
            }
            Attribution candidate = Attribution.of(joined(start, last));
            if (candidate.likely() && (start == last || beginsHere(start, last))) {
                int below = page.next(last + 1);
                if (page.quoted(below)) {
                    return new Found(last + 1, false);
                }
                // clients on phones send plain text that is not marked as quoted
                if (candidate.certain()) {
                    return new Found(page.size(), true);
                }
            }
        }
        return new Found(start, false);
    }

    /** Whether the lines of a quotation begin with one. */
    boolean within(int start) {
        for (int last = start; last < start + MOST_LINES && runsOn(start, last); last++) {
            if (Attribution.ends(page.text(last))
                    && Attribution.of(joined(start, last)).likely()) {
                return true;
            }
        }
        return false;
    }

    private boolean runsOn(int start, int at) {
        return at < page.size()
                && !page.blank(at)
                && page.line(at).depth() == page.line(start).depth()
                && page.line(at).mark() == page.line(start).mark()
                && page.text(at).length() <= Folded.LONGEST;
    }

    /** Whether the first line belongs to it: not when what is below is whole without it. */
    private boolean beginsHere(int start, int last) {
        for (int first = last; first > start; first--) {
            Attribution shorter = Attribution.of(joined(first, last));
            if (shorter.likely()) {
                return (!shorter.complete() || refers(first - 1))
                        && continues(first - 1, shorter)
                        && beginsHere(start, first - 1, shorter);
            }
        }
        return true;
    }

    private boolean beginsHere(int start, int above, Attribution shorter) {
        int at = above;
        while (at > start && continues(at - 1, shorter)) {
            at--;
        }
        return at == start;
    }

    /** Whether a line can stand above the rest of an attribution. */
    private boolean continues(int at, Attribution below) {
        String folded = page.folded(at);
        if (Opening.ofSentence(folded) || folded.isEmpty()) {
            return false;
        }
        char end = folded.charAt(folded.length() - 1);
        boolean sentence = end == '.' || end == '!' || end == '?' || end == '。';
        Attribution above = Attribution.of(page.text(at));
        return !sentence
                && (Opening.ofAttribution(folded) && (above.dated() || !below.dated() || refers(at))
                        || !below.dated() && above.dated());
    }

    /** {@code In message "Plan"} above {@code on Monday, Bob writes:}. */
    private boolean refers(int at) {
        String folded = page.folded(at);
        return Opening.ofAttribution(folded) && (folded.endsWith("\"") || folded.endsWith(">"));
    }

    private String joined(int from, int to) {
        StringBuilder joined = new StringBuilder();
        for (int i = from; i <= to; i++) {
            joined.append(joined.isEmpty() ? "" : " ").append(page.text(i).strip());
        }
        return joined.toString();
    }
}
