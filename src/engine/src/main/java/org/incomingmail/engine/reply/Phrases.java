package org.incomingmail.engine.reply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whole lines, some with one gap for a name or a device: "sent from my *". No regular expressions. */
final class Phrases {
    private static final int LONGEST_GAP = 60;

    private record Gapped(String before, String after) {
        boolean matches(String line) {
            int gap = line.length() - before.length() - after.length();
            return gap >= 0 && gap <= LONGEST_GAP && line.startsWith(before) && line.endsWith(after);
        }
    }

    private final Set<String> whole = new HashSet<>();
    private final List<Gapped> gapped = new ArrayList<>();

    Phrases(Collection<String> phrases) {
        for (String phrase : phrases) {
            int star = phrase.indexOf('*');
            if (star < 0) {
                whole.add(Folded.of(phrase));
            } else {
                gapped.add(new Gapped(ending(phrase, star), beginning(phrase, star)));
            }
        }
    }

    private static String ending(String phrase, int star) {
        String before = phrase.substring(0, star);
        return Folded.of(before) + (before.endsWith(" ") ? " " : "");
    }

    private static String beginning(String phrase, int star) {
        String after = phrase.substring(star + 1);
        return (after.startsWith(" ") ? " " : "") + Folded.of(after);
    }

    boolean match(String folded) {
        if (whole.contains(folded)) {
            return true;
        }
        for (Gapped phrase : gapped) {
            if (phrase.matches(folded)) {
                return true;
            }
        }
        return false;
    }
}
