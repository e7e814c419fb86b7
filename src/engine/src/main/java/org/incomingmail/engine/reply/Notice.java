package org.incomingmail.engine.reply;

/** Legal notices below a message and warnings above it, which nobody wrote. */
final class Notice {
    private static final int LONGEST = 6_000;

    private Notice() {}

    /** A paragraph that begins like one, or has two of its phrases. */
    static boolean disclaimer(Page page, int at) {
        String text = paragraph(page, at);
        int found = 0;
        for (String phrase : Words.ALL.disclaimers()) {
            int where = text.indexOf(phrase);
            if (where >= 0 && where < 3) {
                return true;
            }
            found += where > 0 ? 1 : 0;
        }
        return found >= 2;
    }

    static boolean banner(Page page, int at) {
        String folded = page.folded(at);
        return Words.ALL.banners().stream().anyMatch(folded::startsWith);
    }

    private static String paragraph(Page page, int at) {
        StringBuilder text = new StringBuilder();
        for (int i = at; i < page.size() && !page.blank(i) && text.length() < LONGEST; i++) {
            String line = page.text(i);
            for (int from = 0; from < line.length() && text.length() < LONGEST; from += Folded.LONGEST) {
                String piece = line.substring(from, Math.min(line.length(), from + Folded.LONGEST));
                text.append(text.isEmpty() || from > 0 ? "" : " ").append(Folded.of(piece));
            }
        }
        return text.toString();
    }
}
