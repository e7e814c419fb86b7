package org.incomingmail.engine.reply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.incomingmail.engine.reply.Roles.Role;

/**
 * Which lines of a reply its author wrote. Quotations that answers stand below stay, trailing ones and signatures go;
 * when nothing would be left, everything stays. Splitting what is visible once more changes nothing.
 */
public final class ReplySplit {
    private static final int MOST_ROUNDS = 20;

    private ReplySplit() {}

    /** The part that each line belongs to. */
    public static List<Part> parts(List<Line> lines) {
        return parts(lines, "");
    }

    /** The part that each line belongs to, in a message whose subject may say that it is passed on. */
    public static List<Part> parts(List<Line> lines, String subject) {
        boolean forward = ForwardSubject.in(subject);
        List<Part> parts = new ArrayList<>(Collections.nCopies(lines.size(), Part.VISIBLE));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (!trimmed(lines, parts, forward)) {
                return parts;
            }
        }
        return Collections.nCopies(lines.size(), Part.VISIBLE); // no mail a person wrote; in doubt keep
    }

    /** Takes away from what is visible; whether there was anything to take. */
    private static boolean trimmed(List<Line> lines, List<Part> parts, boolean forward) {
        List<Integer> numbers = new ArrayList<>();
        List<Line> left = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) == Part.VISIBLE) {
                numbers.add(i);
                left.add(lines.get(i));
            }
        }
        Role[] roles = Roles.of(left, forward);
        Part[] now = Trimming.of(roles);
        if (!says(now, left)) {
            // a signature is better than nothing
            replace(roles, Role.SIGNATURE, Role.OWN);
            now = Trimming.of(roles);
        }
        if (!says(now, left) || Arrays.stream(now).allMatch(Part.VISIBLE::equals)) {
            return false;
        }
        for (int i = 0; i < now.length; i++) {
            parts.set(numbers.get(i), now[i]);
        }
        return true;
    }

    private static boolean says(Part[] parts, List<Line> lines) {
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] == Part.VISIBLE && !lines.get(i).blank()) {
                return true;
            }
        }
        return false;
    }

    private static void replace(Role[] roles, Role old, Role by) {
        for (int i = 0; i < roles.length; i++) {
            roles[i] = roles[i] == old ? by : roles[i];
        }
    }
}
