package org.incomingmail.engine.trust;

import org.jspecify.annotations.Nullable;

/** Tokens, quoted strings and comments of RFC 5322 3.2 and RFC 2045 5.1, as RFC 8601 uses them. */
final class ResultsTokens {
    private static final int DEEPEST_COMMENT = 50;
    private static final String SPECIALS = "()<>@,;:\\\"/[]?=";

    private final String text;
    private int at;
    private boolean broken;

    ResultsTokens(String text) {
        this.text = text;
    }

    /** Blanks and comments, nested ones too. Whatever stands in a comment says nothing. */
    void skip() {
        while (at < text.length() && !broken) {
            char c = text.charAt(at);
            if (c == '(') {
                comment();
            } else if (c == ' ' || c == '\t') {
                at++;
            } else {
                return;
            }
        }
    }

    private void comment() {
        int depth = 0;
        do {
            char c = text.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
        } while (depth > 0 && depth < DEEPEST_COMMENT && at < text.length());
        broken |= depth != 0;
    }

    boolean end() {
        return broken || at >= text.length();
    }

    boolean broken() {
        return broken;
    }

    boolean take(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** A keyword or token without specials; null when there is none. */
    @Nullable
    String token(String alsoAllowed) {
        int start = at;
        while (at < text.length() && allowed(text.charAt(at), alsoAllowed)) {
            at++;
        }
        return at == start ? null : text.substring(start, at);
    }

    private static boolean allowed(char c, String alsoAllowed) {
        return alsoAllowed.indexOf(c) >= 0 || c > ' ' && c != 0x7F && SPECIALS.indexOf(c) < 0;
    }

    /** A token, or a quoted string without its quotes; null when there is neither or the quotes do not close. */
    @Nullable
    String value(String alsoAllowed) {
        if (!take('"')) {
            return token(alsoAllowed);
        }
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                // a quoted local part goes on behind its quotes
                String rest = at < text.length() && text.charAt(at) == '@' ? token(alsoAllowed) : null;
                return rest == null ? out.toString() : out + rest;
            }
            if (c == '\\' && at < text.length()) {
                c = text.charAt(at++);
            }
            out.append(c);
        }
        broken = true;
        return null;
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }
}
