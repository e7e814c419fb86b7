package org.incomingmail.engine.message;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.function.Consumer;

/** Decodes the encoded words of RFC 2047 in a header value, with the usual wrong forms. */
final class EncodedWords {
    private EncodedWords() {}

    static String decode(String value) {
        return decode(value, repair -> {});
    }

    /** @param repairs told of each word that was not read as its label said */
    static String decode(String value, Consumer<String> repairs) {
        if (value.indexOf("=?") < 0) {
            return clean(value);
        }
        StringBuilder out = new StringBuilder(value.length());
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        String pendingCharset = "";
        int at = 0;
        int lastEnd = value.lastIndexOf("?=");
        while (at < value.length()) {
            Word word = at < lastEnd && value.startsWith("=?", at) ? wordAt(value, at) : null;
            if (word == null) {
                int gap = pending.size() > 0 ? blankUntil(value, at) : at;
                // RFC 2047 6.2: white space between two encoded words is not shown
                if (gap > at && value.startsWith("=?", gap) && wordAt(value, gap) != null) {
                    at = gap;
                    continue;
                }
                flush(out, pending, pendingCharset, repairs);
                out.append(value.charAt(at++));
                continue;
            }
            if (!word.charset.equalsIgnoreCase(pendingCharset)) {
                flush(out, pending, pendingCharset, repairs);
                pendingCharset = word.charset;
            }
            // bytes are joined before decoding: senders split words inside a character
            pending.writeBytes(word.bytes);
            at = word.end;
        }
        flush(out, pending, pendingCharset, repairs);
        return clean(out.toString());
    }

    private static void flush(
            StringBuilder out, ByteArrayOutputStream pending, String charset, Consumer<String> repairs) {
        if (pending.size() > 0) {
            if (Utf7.means(charset)) {
                out.append(Utf7.decode(pending.toByteArray()));
            } else {
                Charsets.Decoded decoded = Charsets.decode(pending.toByteArray(), charset);
                decoded.repair().ifPresent(repairs);
                out.append(decoded.text());
            }
            pending.reset();
        }
    }

    private static @org.jspecify.annotations.Nullable Word wordAt(String value, int start) {
        int charsetEnd = value.indexOf('?', start + 2);
        if (charsetEnd < 0 || charsetEnd + 2 >= value.length() || value.charAt(charsetEnd + 2) != '?') {
            return null;
        }
        int end = value.indexOf("?=", charsetEnd + 3);
        char encoding = Character.toUpperCase(value.charAt(charsetEnd + 1));
        if (end < 0 || encoding != 'B' && encoding != 'Q') {
            return null;
        }
        String charset = value.substring(start + 2, charsetEnd);
        int language = charset.indexOf('*'); // RFC 2231 section 5
        String text = value.substring(charsetEnd + 3, end);
        byte[] bytes = encoding == 'B' ? base64(text) : quoted(text);
        return new Word(language < 0 ? charset : charset.substring(0, language), bytes, end + 2);
    }

    static byte[] base64(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/')) {
                kept.append(c);
            }
        }
        if (kept.length() % 4 == 1) {
            kept.setLength(kept.length() - 1);
        }
        return Base64.getDecoder().decode(kept.toString());
    }

    private static byte[] quoted(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '_') {
                out.write(' ');
            } else if (c == '=' && i + 2 < text.length() && hex(text, i + 1) >= 0) {
                out.write(hex(text, i + 1));
                i += 2;
            } else if (c < 256) {
                out.write(c);
            } else {
                out.writeBytes(String.valueOf(c).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    /** The byte that two hexadecimal digits name, or -1. */
    static int hex(String text, int at) {
        if (at + 1 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static int blankUntil(String value, int at) {
        int end = at;
        while (end < value.length() && (value.charAt(end) == ' ' || value.charAt(end) == '\t')) {
            end++;
        }
        return end;
    }

    private static String clean(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) == 0x7f) {
                return value.codePoints()
                        .filter(c -> c == '\t' || c >= ' ' && c != 0x7f)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .strip();
            }
        }
        return value.strip();
    }

    private record Word(String charset, byte[] bytes, int end) {}
}
