package org.incomingmail.engine.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads address lists (RFC 5322 3.4) as they are: groups, comments, quoted names, missing brackets and commas. */
final class Addresses {
    private static final int MOST = 1_000;

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern AROUND_AT = Pattern.compile(" ?@ ?");

    private final String value;
    private final List<MailAddress> found = new ArrayList<>(2);
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private String angle = "";
    private int at;
    private boolean noLiteral;

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
            if (!angle.isEmpty() && c != '(' && !Character.isWhitespace(c)) {
                finish(); // also where the comma is missing
            }
            switch (c) {
                case '"' -> quoted();
                case '(' -> comment();
                case '<' -> angle();
                case '[' -> literal();
                case ',', ';' -> finish();
                case ':' -> words.setLength(0); // the name of a group
                default -> words.append(c);
            }
        }
        finish();
        return found;
    }

    /** A quote that nothing closes is no quote. */
    private void quoted() {
        int end = closingQuote(value, at);
        if (end < 0) {
            return;
        }
        String text = ESCAPED.matcher(value.substring(at, end)).replaceAll("$1");
        at = end + 1;
        // a quoted local part keeps its quotes
        boolean localPart = at < value.length() && value.charAt(at) == '@';
        words.append(localPart ? '"' + text + '"' : text);
    }

    private static int closingQuote(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                return i;
            }
        }
        return -1;
    }

    private void comment() {
        int depth = 1;
        while (at < value.length() && depth > 0) {
            char c = value.charAt(at++);
            if (c == '\\' && at < value.length()) {
                comment.append(value.charAt(at++));
                continue;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > 0) {
                comment.append(c);
            }
        }
    }

    /** A domain literal, which may have colons. */
    private void literal() {
        boolean behindAt = !noLiteral && !words.isEmpty() && words.charAt(words.length() - 1) == '@';
        int end = behindAt ? value.indexOf(']', at) : -1;
        noLiteral |= behindAt && end < 0;
        boolean inAddress = end >= 0;
        words.append(inAddress ? value.substring(at - 1, end + 1) : "[");
        at = inAddress ? end + 1 : at;
    }

    private void angle() {
        int end = at;
        while (end < value.length() && value.charAt(end) != '>') {
            int closing = value.charAt(end) == '"' ? closingQuote(value, end + 1) : -1;
            end = closing < 0 ? end + 1 : closing + 1;
        }
        String inside = value.substring(at, Math.min(end, value.length()));
        at = Math.min(end + 1, value.length());
        if (inside.contains("@")) {
            angle = bare(inside);
        }
    }

    private void finish() {
        String phrase = words.toString().strip();
        String outside = comment.toString().strip();
        words.setLength(0);
        comment.setLength(0);
        if (!angle.isEmpty()) {
            add(phrase.isEmpty() ? outside : phrase, angle);
            angle = "";
        } else if (phrase.indexOf('@') >= 0) {
            withoutAngle(phrase, outside);
        }
    }

    /** An address, some with only blanks between them, or a name and an address without brackets. */
    private void withoutAngle(String phrase, String outside) {
        if (phrase.startsWith("\"")) {
            add(outside, phrase); // a quoted local part may have blanks
            return;
        }
        StringBuilder name = new StringBuilder();
        String spaced = BLANKS.matcher(phrase).replaceAll(" ");
        for (String word : AROUND_AT.matcher(spaced).replaceAll("@").split(" ")) {
            if (word.indexOf('@') > 0) {
                add(name.isEmpty() ? outside : name.toString().strip(), word);
                name.setLength(0);
            } else {
                name.append(word).append(' ');
            }
        }
    }

    private void add(String name, String address) {
        String bare = bare(address);
        if (bare.lastIndexOf('@') > 0 && bare.lastIndexOf('@') < bare.length() - 1) {
            found.add(new MailAddress(EncodedWords.decode(name), bare));
        }
    }

    private static String bare(String address) {
        boolean quoted = address.startsWith("\""); // a quoted local part may have blanks
        StringBuilder kept = new StringBuilder(address.length());
        address.codePoints()
                .filter(c -> c == ' ' ? quoted : !Character.isWhitespace(c) && c >= ' ')
                .forEach(kept::appendCodePoint);
        String text = quoted || kept.indexOf("(") < 0
                ? kept.toString()
                : COMMENT.matcher(kept).replaceAll("");
        if (text.regionMatches(true, 0, "mailto:", 0, 7)) {
            text = text.substring(7);
        }
        int route = text.startsWith("@") ? text.indexOf(':') : -1; // obsolete source route
        return route < 0 ? text : text.substring(route + 1);
    }
}
