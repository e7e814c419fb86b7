package org.incomingmail.engine.reply;

import org.incomingmail.engine.reply.Roles.Role;

/** What becomes of the lines when their roles are known. */
final class Trimming {
    private final Role[] roles;
    private final Part[] parts;

    private Trimming(Role[] roles) {
        this.roles = roles;
        this.parts = new Part[roles.length];
    }

    static Part[] of(Role[] roles) {
        Trimming trimming = new Trimming(roles);
        trimming.text();
        trimming.blanks();
        return trimming.parts;
    }

    private void text() {
        int lastOwn = last(Role.OWN);
        boolean answersBelow = quotedBetween(first(Role.OWN), lastOwn);
        for (int i = 0; i < roles.length; i++) {
            parts[i] = switch (roles[i]) {
                case OWN, CONTENT, BLANK -> Part.VISIBLE;
                case SIGNATURE -> Part.SIGNATURE;
                // quotes above the first own line are bottom posting, unless answers stand between more quotes
                case QUOTE, CITED -> answersBelow && i < lastOwn ? Part.VISIBLE : Part.TRIMMED;
            };
        }
    }

    private boolean quotedBetween(int first, int last) {
        for (int i = Math.max(first, 0); i < last; i++) {
            if (roles[i] == Role.QUOTE) {
                return true;
            }
        }
        return false;
    }

    /** Empty lines next to something trimmed go with it. */
    private void blanks() {
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
            Part before = i > 0 ? parts[i - 1] : null;
            Part after = end < roles.length ? parts[end] : null;
            Part part = before == null ? after : after == null ? before : between(before, after);
            for (int blank = i; blank < end; blank++) {
                parts[blank] = part == null ? Part.VISIBLE : part;
            }
            i = end;
        }
    }

    private static Part between(Part before, Part after) {
        return before == Part.VISIBLE ? after : before;
    }

    private int first(Role role) {
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == role) {
                return i;
            }
        }
        return -1;
    }

    private int last(Role role) {
        for (int i = roles.length - 1; i >= 0; i--) {
            if (roles[i] == role) {
                return i;
            }
        }
        return -1;
    }
}
