package org.incomingmail.engine.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes to text: the declared charset as its common superset, unless the bytes say that the label lies. */
final class Charsets {
    private Charsets() {}

    /** Decoded text, and what was done about the label when it was not simply believed. */
    record Decoded(String text, Optional<String> repair) {
        Decoded(String text, Optional<String> repair) {
            this.text = withoutNul(text);
            this.repair = repair;
        }
    }

    static Decoded decode(byte[] bytes, @Nullable String label) {
        return decode(bytes, label, null);
    }

    /** @param hint what else speaks for a charset, when the label is missing or wrong: a meta element, another part */
    static Decoded decode(byte[] bytes, @Nullable String label, @Nullable String hint) {
        String declared = CharsetLabels.normal(label);
        Charset charset = CharsetLabels.meant(declared);
        Charset wide = Utf16.of(bytes, charset);
        if (wide != null) {
            return new Decoded(new String(bytes, wide), repairUnless(wide.equals(charset), declared, wide.name()));
        }
        if (ascii(bytes)) {
            return sevenBit(bytes, declared, charset);
        }
        String strict = charset == null ? null : strictly(bytes, charset);
        String utf8 = StandardCharsets.UTF_8.equals(charset) ? strict : strictly(bytes, StandardCharsets.UTF_8);
        boolean believable = strict != null && severalBytes(charset) && (utf8 == null || !wideText(utf8));
        if (charset != null && strict != null && (believable || StandardCharsets.UTF_8.equals(charset))) {
            return believed(bytes, strict, declared, charset);
        }
        if (utf8 != null) {
            return new Decoded(utf8, repair(declared, "UTF-8"));
        }
        return notUtf8(bytes, declared, charset, hint);
    }

    /** Bytes that nobody labels, as in raw headers: UTF-8 is what they ought to be (RFC 6532) and no repair. */
    static Decoded unlabelled(byte[] bytes, @Nullable String hint) {
        String utf8 = ascii(bytes) ? null : strictly(bytes, StandardCharsets.UTF_8);
        return utf8 != null ? new Decoded(utf8, Optional.empty()) : decode(bytes, null, hint);
    }

    private static Decoded notUtf8(byte[] bytes, String declared, @Nullable Charset charset, @Nullable String hint) {
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            String text = new String(bytes, charset);
            if (!severalBytes(charset) || fewDamaged(text)) {
                return believed(bytes, text, declared, charset);
            }
        }
        if (StandardCharsets.UTF_8.equals(charset)) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (mostlyGood(text)) {
                return new Decoded(text, repair(declared, "UTF-8, damaged"));
            }
        }
        Charset hinted = CharsetLabels.meant(CharsetLabels.normal(hint));
        String text = hinted == null || hinted.equals(charset) ? null : strictly(bytes, hinted);
        if (hinted != null && text != null) {
            return new Decoded(text, repair(declared, hinted.name()));
        }
        Charset guessed = CharsetGuess.of(bytes);
        return new Decoded(new String(bytes, guessed), repair(declared, guessed.name()));
    }

    /** Seven-bit bytes: ISO-2022-JP without a label passes as ASCII and UTF-8, so the escapes decide. */
    private static Decoded sevenBit(byte[] bytes, String declared, @Nullable Charset charset) {
        boolean stateful =
                declared.startsWith("iso-2022") || declared.startsWith("cp5022") || declared.startsWith("csiso2022");
        boolean escaped = JapaneseEscapes.in(bytes);
        if (escaped && !stateful) {
            Charset japanese = CharsetLabels.meant("iso-2022-jp");
            return japanese == null
                    ? new Decoded(new String(bytes, StandardCharsets.US_ASCII), Optional.empty())
                    : new Decoded(new String(bytes, japanese), repair(declared, japanese.name()));
        }
        if (charset == null || !stateful) {
            return new Decoded(new String(bytes, StandardCharsets.US_ASCII), Optional.empty());
        }
        byte[] restored = escaped ? bytes : JapaneseEscapes.restored(bytes);
        return restored == bytes
                ? believed(bytes, new String(bytes, charset), declared, charset)
                : new Decoded(new String(restored, charset), repair(declared, charset.name() + ", escapes restored"));
    }

    /** A repair only where the superset made a difference. */
    private static Decoded believed(byte[] bytes, String text, String declared, Charset used) {
        if (!CharsetLabels.hasSuperset(declared)) {
            return new Decoded(text, Optional.empty());
        }
        Charset word = CharsetLabels.known(declared);
        String literally = word == null ? text : strictly(bytes, word);
        boolean same = text.equals(literally) && !(StandardCharsets.ISO_8859_1.equals(word) && controls(text));
        return new Decoded(text, repairUnless(same, declared, used.name()));
    }

    private static boolean controls(String text) {
        return text.chars().anyMatch(c -> c >= 0x80 && c < 0xA0);
    }

    private static Optional<String> repairUnless(boolean fine, String declared, String used) {
        return fine ? Optional.empty() : repair(declared, used);
    }

    private static Optional<String> repair(String declared, String used) {
        return Optional.of((declared.isEmpty() ? "no charset" : declared) + " read as " + used);
    }

    private static boolean severalBytes(@Nullable Charset charset) {
        return charset != null && (!charset.canEncode() || charset.newEncoder().maxBytesPerChar() > 1.0f);
    }

    /** Characters that take three bytes in UTF-8 come about by chance hardly ever, those of two bytes now and then. */
    private static boolean wideText(String text) {
        return text.chars().anyMatch(c -> c >= 0x800);
    }

    private static boolean mostlyGood(String text) {
        long bad = text.chars().filter(c -> c == 0xFFFD).count();
        long good = text.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
        return good > bad;
    }

    private static boolean fewDamaged(String text) {
        long bad = text.chars().filter(c -> c == 0xFFFD).count();
        long good = text.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
        return bad * 20 <= good;
    }

    static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean ascii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static String withoutNul(String text) {
        String kept = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        return kept.startsWith("\uFEFF") ? kept.substring(1) : kept;
    }
}
