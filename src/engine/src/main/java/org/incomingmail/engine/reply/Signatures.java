package org.incomingmail.engine.reply;

import org.incomingmail.engine.reply.Roles.Role;

/** From the bottom up: signatures, "sent from my phone" and disclaimers at the end of what the author wrote. */
final class Signatures {
    private final Page page;
    private final Role[] roles;

    Signatures(Page page, Role[] roles) {
        this.page = page;
        this.roles = roles;
    }

    void find() {
        int end = roles.length;
        for (int i = roles.length - 1; i >= 0; i--) {
            if (roles[i] == Role.QUOTE || roles[i] == Role.CONTENT) {
                end = i;
            } else if (roles[i] == Role.OWN && beginsAt(i, end)) {
                fill(i, end);
                end = i;
            }
        }
        banner();
    }

    private boolean beginsAt(int at, int end) {
        Line line = page.line(at);
        if (line.mark() == Line.Mark.SIGNATURE) {
            return allMarked(at, end);
        }
        return Signature.delimits(page, at, end)
                || Signature.sentFrom(page, at) && nothingOwnBetween(at + 1, end)
                || Signature.rule(line.text()) && Signature.ruled(page, at, page.previous(end - 1) + 1)
                || beginsParagraph(at) && nothingOwnBelowParagraph(at, end) && Notice.disclaimer(page, at);
    }

    /** Own text below a marked signature is not signature. */
    private boolean allMarked(int at, int end) {
        for (int i = at; i < end; i++) {
            if (roles[i] == Role.OWN && page.line(i).mark() != Line.Mark.SIGNATURE) {
                return false;
            }
        }
        return true;
    }

    private boolean beginsParagraph(int at) {
        return at == 0
                || page.blank(at - 1)
                || roles[at - 1] != Role.OWN
                || page.text(at).length() > 80;
    }

    private boolean nothingOwnBelowParagraph(int at, int end) {
        int below = at;
        while (below < end && !page.blank(below)) {
            below++;
        }
        return nothingOwnBetween(below, end);
    }

    private boolean nothingOwnBetween(int from, int end) {
        for (int i = from; i < end; i++) {
            if (roles[i] == Role.OWN) {
                return false;
            }
        }
        return true;
    }

    /** What a mail server puts on top. */
    private void banner() {
        int first = page.next(0);
        if (first >= roles.length || roles[first] != Role.OWN || !Notice.banner(page, first)) {
            return;
        }
        int end = first;
        while (end < roles.length && roles[end] == Role.OWN) {
            end++;
        }
        fill(first, end);
    }

    private void fill(int from, int to) {
        for (int i = from; i < to; i++) {
            roles[i] = page.blank(i) ? Role.BLANK : Role.SIGNATURE;
        }
    }
}
