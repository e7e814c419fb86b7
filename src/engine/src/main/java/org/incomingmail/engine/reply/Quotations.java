package org.incomingmail.engine.reply;

import org.incomingmail.engine.reply.Roles.Role;

/** From the top down: which lines are quoted, and by whom. */
final class Quotations {
    private static final int SHORT = 3;

    private final Page page;
    private final Role[] roles;
    private final Cuts cuts;
    private final Attributions attributions;
    private boolean attributed; // all that is quoted from here on belongs to the message that is answered

    Quotations(Page page, Role[] roles, boolean forward) {
        this.page = page;
        this.roles = roles;
        this.cuts = new Cuts(page, forward);
        this.attributions = new Attributions(page);
    }

    void find() {
        int at = 0;
        while (at < roles.length) {
            at = page.blank(at) ? blank(at) : text(at);
        }
        citations();
    }

    private int blank(int at) {
        roles[at] = Role.BLANK;
        return at + 1;
    }

    private int text(int at) {
        boolean quoted = page.quoted(at);
        boolean first = !quoted || !followsQuotation(at);
        Cuts.Rest rest = first ? cuts.at(at) : Cuts.Rest.OWN;
        if (rest != Cuts.Rest.OWN) {
            fill(at, roles.length, rest == Cuts.Rest.QUOTED ? Role.QUOTE : Role.CONTENT);
            if (rest == Cuts.Rest.QUOTED && ReplyMarker.in(page, at)) {
                aboveMarker(at);
            }
            return roles.length;
        }
        if (quoted) {
            attributed |=
                    page.line(at).mark() == Line.Mark.QUOTED || first && (cuts.within(at) || attributions.within(at));
            roles[at] = attributed ? Role.QUOTE : Role.CITED;
            return at + 1;
        }
        Attributions.Found found = attributions.at(at);
        attributed |= found.end() > at;
        int end = Math.max(at + 1, found.end());
        fill(at, end, found.end() > at ? Role.QUOTE : Role.OWN);
        return end;
    }

    private boolean followsQuotation(int at) {
        int above = page.previous(at - 1);
        return above >= 0 && (roles[above] == Role.QUOTE || roles[above] == Role.CITED);
    }

    /** An attribution in a language we do not know stands right above our own marker. */
    private void aboveMarker(int marker) {
        int last = page.previous(marker - 1);
        int first = last;
        while (first > 0 && last - first < SHORT && !page.blank(first - 1)) {
            first--;
        }
        for (int i = first; i >= 0 && i <= last; i++) {
            if (page.text(i).indexOf('@') > 0 && Attribution.ends(page.text(last))) {
                fill(i, last + 1, Role.QUOTE);
                return;
            }
        }
    }

    /** What is cited without saying whom: kept when it is short, or when the text leads to it. */
    private void citations() {
        int at = 0;
        while (at < roles.length) {
            int end = at + 1;
            if (roles[at] == Role.CITED) {
                int lines = 1;
                while (end < roles.length && (roles[end] == Role.CITED || roles[end] == Role.BLANK)) {
                    lines += roles[end] == Role.CITED ? 1 : 0;
                    end++;
                }
                boolean kept = introduced(at) || lines <= SHORT && onPurpose(at);
                fill(at, end, kept ? Role.OWN : Role.QUOTE);
            }
            at = end;
        }
    }

    /** Nothing above it but own text right before it. */
    private boolean onPurpose(int at) {
        return at == 0 || roles[at - 1] == Role.OWN || page.previous(at - 1) < 0;
    }

    private boolean introduced(int at) {
        int above = page.previous(at - 1);
        return above >= 0 && roles[above] == Role.OWN && page.folded(above).endsWith(":");
    }

    private void fill(int from, int to, Role role) {
        for (int i = from; i < to; i++) {
            roles[i] = page.blank(i) ? Role.BLANK : role;
        }
    }
}
