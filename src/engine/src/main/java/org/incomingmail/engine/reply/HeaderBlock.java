package org.incomingmail.engine.reply;

import java.util.EnumSet;
import java.util.Set;
import org.incomingmail.engine.reply.Words.Field;

/**
 * The copied header that Outlook and many others put above the message they answer: "From:" and at least two more
 * fields close by, in any order and language.
 */
final class HeaderBlock {
    private static final int MOST_LINES = 12;
    private static final int LONGEST_LABEL = 24;

    private HeaderBlock() {}

    static boolean beginsAt(Page page, int start) {
        if (fields(page, start).isEmpty()) {
            return false;
        }
        Set<Field> seen = EnumSet.noneOf(Field.class);
        boolean address = false;
        int looked = 0;
        for (int i = start; i < page.size() && looked < MOST_LINES; i++) {
            if (page.blank(i)) {
                continue;
            }
            looked++;
            Set<Field> fields = fields(page, i);
            if (fields.size() == 1) {
                seen.addAll(fields);
            } else {
                fields.stream()
                        .filter(field -> !seen.contains(field))
                        .findFirst()
                        .ifPresent(seen::add);
            }
            address |= !fields.isEmpty() && page.text(i).indexOf('@') > 0;
            if (enough(seen, address)) {
                return true;
            }
        }
        return false;
    }

    /** "From: London, To: Leeds, Date: Monday" is a journey; a message has a subject, a time it was sent, an address. */
    private static boolean enough(Set<Field> seen, boolean address) {
        return seen.contains(Field.FROM)
                && seen.size() >= 3
                && (address || seen.contains(Field.SUBJECT) || seen.contains(Field.SENT));
    }

    private static Set<Field> fields(Page page, int at) {
        String text = page.text(at);
        int most = Math.min(text.length(), LONGEST_LABEL + 20);
        boolean colon = false;
        for (int i = 0; i < most && !colon; i++) {
            char c = text.charAt(i);
            colon = c == ':' || c == '：' || c == '﹕';
        }
        if (!colon) {
            return Set.of();
        }
        String folded = page.folded(at);
        int end = folded.indexOf(':');
        return end < 1 || end > LONGEST_LABEL
                ? Set.of()
                : Words.ALL.labels().getOrDefault(folded.substring(0, end).strip(), Set.of());
    }
}
