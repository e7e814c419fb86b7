package org.incomingmail.engine.reply;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.incomingmail.engine.reply.Roles.Role;

/**
 * Which lines of a reply its author wrote. Quotations that answers stand below stay, trailing ones and signatures go;
 * when nothing would be left, everything stays. Splitting what is visible once more changes nothing.
 */
public final class ReplySplit {
    private static final int MOST_ROUNDS = 20;

    private ReplySplit() {}

    /** Numbers of the visible lines; all others are trimmed. */
    public static BitSet visible(List<Line> lines) {
        BitSet visible = new BitSet(lines.size());
        visible.set(0, lines.size());
        for (int round = 0; round < MOST_ROUNDS; round++) {
            BitSet fewer = once(lines, visible);
            if (fewer.equals(visible)) {
                return visible;
            }
            visible = fewer;
        }
        visible.set(0, lines.size()); // no mail a person wrote; in doubt keep
        return visible;
    }

    private static BitSet once(List<Line> lines, BitSet before) {
        int[] numbers = before.stream().toArray();
        List<Line> left = new ArrayList<>(numbers.length);
        for (int number : numbers) {
            left.add(lines.get(number));
        }
        boolean[] kept = keep(Roles.of(left));
        BitSet after = new BitSet(lines.size());
        boolean anyText = false;
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                after.set(numbers[i]);
                anyText |= !left.get(i).blank();
            }
        }
        return anyText ? after : before;
    }

    private static boolean[] keep(Role[] roles) {
        boolean[] kept = new boolean[roles.length];
        int lastOwn = last(roles, Role.OWN);
        int firstOwn = first(roles, Role.OWN);
        boolean answersBelow = quotedBetween(roles, firstOwn, lastOwn);
        for (int i = 0; i < roles.length; i++) {
            kept[i] = switch (roles[i]) {
                case OWN -> true;
                case SIGNATURE -> false;
                // quotes above the first own line are bottom posting, unless answers stand between more quotes
                case QUOTE -> answersBelow && i < lastOwn;
                case BLANK -> true;
            };
        }
        blanks(roles, kept);
        return kept;
    }

    private static boolean quotedBetween(Role[] roles, int first, int last) {
        for (int i = Math.max(first, 0); i < last; i++) {
            if (roles[i] == Role.QUOTE) {
                return true;
            }
        }
        return false;
    }

    /** Empty lines next to something trimmed go with it. */
    private static void blanks(Role[] roles, boolean[] kept) {
        int i = 0;
        while (i < roles.length) {
            if (roles[i] != Role.BLANK) {
                i++;
                continue;
            }
            int end = i;
            while (end < roles.length && roles[end] == Role.BLANK) {
                end++;
            }
            boolean trimmedBefore = i > 0 && !kept[i - 1];
            boolean trimmedAfter = end < roles.length && !kept[end];
            boolean between = i > 0 && kept[i - 1] && end < roles.length && kept[end];
            if (!between && (trimmedBefore || trimmedAfter)) {
                for (int blank = i; blank < end; blank++) {
                    kept[blank] = false;
                }
            }
            i = end;
        }
    }

    private static int first(Role[] roles, Role role) {
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == role) {
                return i;
            }
        }
        return -1;
    }

    private static int last(Role[] roles, Role role) {
        for (int i = roles.length - 1; i >= 0; i--) {
            if (roles[i] == role) {
                return i;
            }
        }
        return -1;
    }
}
