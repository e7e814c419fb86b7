package org.incomingmail.engine.reply;

import java.util.List;

/** Gives each line of a message its role, from the top down. */
final class Roles {
    /** What a line is. */
    enum Role {
        BLANK,
        OWN,
        QUOTE,
        SIGNATURE
    }

    private static final int LONGEST_ATTRIBUTION = 4;

    private final List<Line> lines;
    private final Role[] roles;
    private final int lastQuoted;

    private Roles(List<Line> lines) {
        this.lines = lines;
        this.roles = new Role[lines.size()];
        int quoted = lines.size() - 1;
        while (quoted >= 0 && lines.get(quoted).depth() == 0) {
            quoted--;
        }
        this.lastQuoted = quoted;
    }

    static Role[] of(List<Line> lines) {
        Roles roles = new Roles(lines);
        roles.quotes();
        roles.signatures();
        return roles.roles;
    }

    private void quotes() {
        int i = 0;
        while (i < roles.length) {
            Line line = lines.get(i);
            if (line.blank()) {
                roles[i++] = Role.BLANK;
            } else if (line.depth() == 0 && endsOwnText(i)) {
                fill(i, roles.length, Role.QUOTE);
                return;
            } else if (line.depth() > 0 || line.mark() == Line.Mark.QUOTED) {
                roles[i++] = Role.QUOTE;
            } else {
                int attribution = attribution(i);
                fill(i, Math.max(i + 1, attribution), attribution > i ? Role.QUOTE : Role.OWN);
                i = Math.max(i + 1, attribution);
            }
        }
    }

    /** Whether all from this line on is another message. */
    private boolean endsOwnText(int at) {
        Line line = lines.get(at);
        return line.mark() == Line.Mark.REST_IS_QUOTED
                || ReplyMarker.in(line.text())
                || HeaderBlock.separator(line.text())
                || HeaderBlock.beginsAt(lines, at)
                || rule(line) && next(at + 1) < roles.length && HeaderBlock.beginsAt(lines, next(at + 1));
    }

    /** The line Outlook draws above a copied header. */
    private static boolean rule(Line line) {
        String text = line.text().strip();
        return text.length() >= 5 && text.chars().allMatch(c -> c == '_' || c == '-' || c == '─');
    }

    /** End of the attribution that begins here and has a quotation below it; the start when there is none. */
    private int attribution(int start) {
        StringBuilder joined = new StringBuilder();
        for (int i = start; i < roles.length && i < start + LONGEST_ATTRIBUTION; i++) {
            Line line = lines.get(i);
            if (line.blank()
                    || line.depth() > 0
                    || i > start && line.mark() != lines.get(start).mark()
                    || line.text().length() > 400) {
                return start;
            }
            joined.append(joined.isEmpty() ? "" : " ").append(line.text().strip());
            String candidate = joined.toString();
            if (Attribution.matches(candidate)) {
                if (i > start
                        && !Attribution.opens(lines.get(start).text())
                        && Attribution.matches(candidate.substring(
                                lines.get(start).text().strip().length() + 1))) {
                    return start; // it begins further down, below the author's own words
                }
                int below = next(i + 1);
                boolean quoted = below < roles.length
                        && (lines.get(below).depth() > 0 || lines.get(below).mark() == Line.Mark.QUOTED);
                if (quoted) {
                    return i + 1;
                }
                // iOS and some Android clients send plain text that is not marked as quoted
                if (below < roles.length && Attribution.certain(candidate) && nothingQuotedFrom(below)) {
                    return roles.length;
                }
            }
        }
        return start;
    }

    private boolean nothingQuotedFrom(int at) {
        return lastQuoted < at;
    }

    private void signatures() {
        int end = roles.length;
        for (int i = roles.length - 1; i >= 0; i--) {
            if (roles[i] == Role.QUOTE) {
                end = i;
            } else if (roles[i] == Role.OWN && beginsSignature(i, end)) {
                fill(i, end, Role.SIGNATURE);
                end = i;
            }
        }
    }

    private boolean beginsSignature(int at, int end) {
        Line line = lines.get(at);
        if (line.mark() == Line.Mark.SIGNATURE) {
            return allMarked(at, end);
        }
        return Signature.delimiter(line.text())
                || Signature.sentFrom(line.text()) && nothingOwnBetween(at + 1, end)
                || Signature.rule(line.text()) && Signature.ruled(lines, at, lastText(at, end));
    }

    /** Own text below a marked signature is not signature. */
    private boolean allMarked(int at, int end) {
        for (int i = at; i < end; i++) {
            if (roles[i] == Role.OWN && lines.get(i).mark() != Line.Mark.SIGNATURE) {
                return false;
            }
        }
        return true;
    }

    private boolean nothingOwnBetween(int from, int end) {
        for (int i = from; i < end; i++) {
            if (roles[i] == Role.OWN) {
                return false;
            }
        }
        return true;
    }

    private int lastText(int at, int end) {
        int last = end;
        while (last > at && roles[last - 1] == Role.BLANK) {
            last--;
        }
        return last;
    }

    private int next(int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).blank()) {
            at++;
        }
        return at;
    }

    private void fill(int from, int to, Role role) {
        for (int i = from; i < to; i++) {
            roles[i] = lines.get(i).blank() ? Role.BLANK : role;
        }
    }
}
