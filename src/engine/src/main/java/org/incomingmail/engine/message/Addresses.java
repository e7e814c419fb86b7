package org.incomingmail.engine.message;

import java.util.ArrayList;
import java.util.List;

/** Reads address lists (RFC 5322 3.4) as they are: groups, comments, quoted names, missing brackets. */
final class Addresses {
    private static final int MOST = 1_000;

    private final String value;
    private final List<MailAddress> found = new ArrayList<>(2);
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private String angle = "";
    private int at;

    private Addresses(String value) {
        this.value = value;
    }

    static List<MailAddress> parse(String value) {
        List<MailAddress> addresses = new Addresses(value).read();
        if (addresses.isEmpty() && value.contains("=?")) {
            // some senders encode name and address together in one word
            return new Addresses(EncodedWords.decode(value)).read();
        }
        return addresses;
    }

    private List<MailAddress> read() {
        while (at < value.length() && found.size() < MOST) {
            char c = value.charAt(at++);
            switch (c) {
                case '"' -> quoted();
                case '(' -> comment();
                case '<' -> angle();
                case ',', ';' -> finish();
                case ':' -> words.setLength(0); // the name of a group
                default -> words.append(c);
            }
        }
        finish();
        return found;
    }

    private void quoted() {
        int start = words.length();
        while (at < value.length() && value.charAt(at) != '"') {
            if (value.charAt(at) == '\\' && at + 1 < value.length()) {
                at++;
            }
            words.append(value.charAt(at++));
        }
        at++;
        // a quoted local part keeps its quotes
        if (at < value.length() && value.charAt(at) == '@') {
            words.insert(start, '"').append('"');
        }
    }

    private void comment() {
        int depth = 1;
        while (at < value.length() && depth > 0) {
            char c = value.charAt(at++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > 0) {
                comment.append(c);
            }
        }
    }

    private void angle() {
        int end = value.indexOf('>', at);
        String inside = value.substring(at, end < 0 ? value.length() : end);
        at = end < 0 ? value.length() : end + 1;
        if (inside.contains("@")) {
            int route = inside.startsWith("@") ? inside.indexOf(':') : -1; // obsolete source route
            angle = route < 0 ? inside : inside.substring(route + 1);
        }
    }

    private void finish() {
        String phrase = words.toString().strip();
        String address = angle.isEmpty() ? phrase : angle;
        if (address.indexOf('@') > 0 && address.indexOf('@') < address.length() - 1) {
            String name = angle.isEmpty() ? comment.toString() : phrase;
            found.add(new MailAddress(EncodedWords.decode(name.strip()), bare(address)));
        }
        words.setLength(0);
        comment.setLength(0);
        angle = "";
    }

    private static String bare(String address) {
        boolean quoted = address.startsWith("\""); // a quoted local part may have blanks
        StringBuilder kept = new StringBuilder(address.length());
        address.codePoints()
                .filter(c -> c == ' ' ? quoted : !Character.isWhitespace(c) && c >= ' ')
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
