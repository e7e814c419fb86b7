package org.incomingmail.engine.message;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes to text: the declared charset as its common superset, then what the bytes say. */
final class Charsets {
    /** What senders mean by a label: the superset their software really writes. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
            Map.entry("iso-2022-jp-ms", "x-windows-iso2022jp"),
            Map.entry("cp50220", "x-windows-iso2022jp"),
            Map.entry("cp50221", "x-windows-iso2022jp"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("cp936", "gb18030"),
            Map.entry("x-gbk", "gb18030"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("cp949", "x-windows-949"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("big5", "big5-hkscs"),
            Map.entry("utf8", "utf-8"),
            Map.entry("cp-850", "cp850"),
            Map.entry("macintosh", "x-MacRoman"));

    private static final String[] GUESSES = {"windows-31j", "euc-jp", "gb18030", "big5", "x-windows-949"};

    private Charsets() {}

    /** Decoded text, and what was done about the label when it was not simply believed. */
    record Decoded(String text, Optional<String> repair) {}

    static Decoded decode(byte[] bytes, @Nullable String label) {
        String declared = normal(label);
        if (ascii(bytes)) {
            return asciiOrEscaped(bytes, declared);
        }
        if (hasUtf16Mark(bytes)) {
            return new Decoded(withoutNul(new String(bytes, StandardCharsets.UTF_16)), Optional.of("byte order mark"));
        }
        Charset charset = lookup(declared);
        boolean multibyte = charset != null && charset.newEncoder().maxBytesPerChar() > 1.0f;
        if (charset != null && (multibyte || charset.equals(StandardCharsets.UTF_8))) {
            String strict = strictly(bytes, charset);
            if (strict != null) {
                return believed(strict, declared, charset);
            }
        }
        String utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return new Decoded(withoutNul(utf8), repair(declared, "UTF-8"));
        }
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            return believed(new String(bytes, charset), declared, charset);
        }
        Charset guessed = guess(bytes, charset);
        return new Decoded(withoutNul(new String(bytes, guessed)), repair(declared, guessed.name()));
    }

    /** Seven-bit bytes: ISO-2022-JP without a label passes as ASCII and UTF-8, so the escapes decide. */
    private static Decoded asciiOrEscaped(byte[] bytes, String declared) {
        Charset charset = lookup(declared);
        boolean escaped = escapesToJapanese(bytes);
        if (escaped && !declared.startsWith("iso-2022")) {
            Charset japanese = meant("iso-2022-jp");
            return new Decoded(withoutNul(new String(bytes, japanese)), repair(declared, japanese.name()));
        }
        if (charset != null && (escaped || declared.startsWith("utf-16") || declared.startsWith("iso-2022"))) {
            return believed(new String(bytes, charset), declared, charset);
        }
        return new Decoded(withoutNul(new String(bytes, StandardCharsets.US_ASCII)), Optional.empty());
    }

    private static Decoded believed(String text, String declared, Charset charset) {
        boolean meantAsSuperset = declared.isEmpty();
        return new Decoded(withoutNul(text), meantAsSuperset ? repair(declared, charset.name()) : Optional.empty());
    }

    private static Optional<String> repair(String declared, String used) {
        return Optional.of((declared.isEmpty() ? "no charset" : declared) + " read as " + used);
    }

    /** Few damaged characters in declared UTF-8 stay UTF-8; otherwise the first charset that fits without a gap. */
    private static Charset guess(byte[] bytes, @Nullable Charset declared) {
        if (StandardCharsets.UTF_8.equals(declared) && mostlyUtf8(bytes)) {
            return StandardCharsets.UTF_8;
        }
        for (String name : GUESSES) {
            Charset candidate = Charset.isSupported(name) ? Charset.forName(name) : null;
            String text = candidate == null ? null : strictly(bytes, candidate);
            if (candidate != null && text != null && looksEastAsian(text)) {
                return candidate;
            }
        }
        return meant("iso-8859-1");
    }

    private static boolean mostlyUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long bad = text.chars().filter(c -> c == 0xFFFD).count();
        long good = text.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
        return good > bad;
    }

    /** Kana, common ideographs or Hangul in a row; a stray accent read as a double byte does not make a row. */
    private static boolean looksEastAsian(String text) {
        long wide = text.chars()
                .filter(c -> c >= 0x3000 && c <= 0x30FF || c >= 0x4E00 && c <= 0x9FA5 || c >= 0xAC00 && c <= 0xD7A3)
                .count();
        long high = text.chars().filter(c -> c > 0x7F).count();
        return wide >= 3 && wide * 10 >= high * 8;
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            CharBuffer decoded = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return decoded.toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    static @Nullable Charset lookup(String label) {
        if (label.isEmpty() || label.equals("unknown-8bit") || label.equals("us-ascii") || label.equals("x-unknown")) {
            return null;
        }
        try {
            return meant(label);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static Charset meant(String label) {
        String name = MEANT.getOrDefault(label, label);
        return Charset.isSupported(name) ? Charset.forName(name) : Charset.forName(label);
    }

    private static String normal(@Nullable String label) {
        if (label == null) {
            return "";
        }
        String bare = label.strip().toLowerCase(Locale.ROOT);
        int junk = 0;
        while (junk < bare.length()
                && (Character.isLetterOrDigit(bare.charAt(junk)) || "-_.:+".indexOf(bare.charAt(junk)) >= 0)) {
            junk++;
        }
        return bare.substring(0, junk); // such as utf-8*fr or utf-8";
    }

    private static boolean ascii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean escapesToJapanese(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x1B && (bytes[i + 1] == '$' || bytes[i + 1] == '(' && "JI".indexOf(bytes[i + 2]) >= 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasUtf16Mark(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF
                        || (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE);
    }

    private static String withoutNul(String text) {
        String kept = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        return kept.startsWith("\uFEFF") ? kept.substring(1) : kept;
    }
}
