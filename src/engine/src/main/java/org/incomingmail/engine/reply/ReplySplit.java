package org.incomingmail.engine.reply;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which lines of a reply its author wrote. Quotations that answers stand below stay, trailing ones and signatures go;
 * when nothing would be left, everything stays. Splitting what is visible once more changes nothing.
 */
public final class ReplySplit {
    private static final int MOST_ROUNDS = 20;

    private ReplySplit() {}

    /** The part that each line belongs to. */
    public static List<Part> parts(List<Line> lines) {
        List<Part> parts = new ArrayList<>(Collections.nCopies(lines.size(), Part.VISIBLE));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (!trimmed(lines, parts)) {
                return parts;
            }
        }
        return Collections.nCopies(lines.size(), Part.VISIBLE); // no mail a person wrote; in doubt keep
    }

    /** Takes away from what is visible; whether there was anything to take. */
    private static boolean trimmed(List<Line> lines, List<Part> parts) {
        List<Integer> numbers = new ArrayList<>();
        List<Line> left = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) == Part.VISIBLE) {
                numbers.add(i);
                left.add(lines.get(i));
            }
        }
        Part[] now = Trimming.of(Roles.of(left));
        boolean anyText = false;
        boolean anyTrimmed = false;
        for (int i = 0; i < now.length; i++) {
            anyText |= now[i] == Part.VISIBLE && !left.get(i).blank();
            anyTrimmed |= now[i] != Part.VISIBLE;
        }
        if (!anyText || !anyTrimmed) {
            return false;
        }
        for (int i = 0; i < now.length; i++) {
            parts.set(numbers.get(i), now[i]);
        }
        return true;
    }
}
