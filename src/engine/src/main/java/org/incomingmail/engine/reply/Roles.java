package org.incomingmail.engine.reply;

import java.util.List;

/** Gives each line of a message its role. */
final class Roles {
    /** What a line is. */
    enum Role {
        BLANK,
        OWN,
        /** A message that is passed on: shown as own text, but a signature does not reach into it. */
        CONTENT,
        /** Quoted without saying whom. */
        CITED,
        QUOTE,
        SIGNATURE
    }

    private Roles() {}

    static Role[] of(List<Line> lines, boolean forward) {
        Page page = new Page(lines);
        Role[] roles = new Role[lines.size()];
        new Quotations(page, roles, forward).find();
        new Signatures(page, roles).find();
        return roles;
    }
}
