package org.incomingmail.engine.message;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** Guesses the charset of bytes whose label is missing or wrong, and which are no UTF-8. */
final class CharsetGuess {
    private static final List<String> EAST_ASIAN = List.of("windows-31j", "euc-jp", "x-windows-949", "gb18030", "big5");

    /** What mail is written in; the detector knows more, and finds it where it is not. */
    private static final Set<String> LIKELY = Set.of(
            "shift_jis",
            "euc-jp",
            "euc-kr",
            "gb18030",
            "big5",
            "windows-1251",
            "koi8-r",
            "windows-1253",
            "iso-8859-7",
            "windows-1255",
            "tis-620");

    private static final int LOOKED_AT = 64 * 1024;

    private CharsetGuess() {}

    static Charset of(byte[] bytes) {
        Charset detected = detected(bytes);
        if (detected != null) {
            return detected;
        }
        for (String name : EAST_ASIAN) {
            Charset candidate = CharsetLabels.known(name);
            String text = candidate == null ? null : Charsets.strictly(bytes, candidate);
            if (candidate != null && text != null && looksEastAsian(text)) {
                return candidate;
            }
        }
        Charset western = CharsetLabels.meant("iso-8859-1");
        return western == null ? StandardCharsets.ISO_8859_1 : western;
    }

    private static @Nullable Charset detected(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, LOOKED_AT));
        detector.dataEnd();
        String label = CharsetLabels.normal(detector.getDetectedCharset());
        if (!LIKELY.contains(label)) {
            return null;
        }
        Charset charset = CharsetLabels.meant(label);
        String text = charset == null ? null : Charsets.strictly(bytes, charset);
        boolean eastAsian =
                Set.of("shift_jis", "euc-jp", "euc-kr", "gb18030", "big5").contains(label);
        return text != null && (!eastAsian || looksEastAsian(text)) ? charset : null;
    }

    /** Kana, common ideographs or Hangul in a row; a stray accent read as a double byte does not make a row. */
    private static boolean looksEastAsian(String text) {
        long wide = text.chars()
                .filter(c -> c >= 0x3000 && c <= 0x30FF
                        || c >= 0x4E00 && c <= 0x9FA5
                        || c >= 0xAC00 && c <= 0xD7A3
                        || c >= 0xFF00 && c <= 0xFF5E)
                .count();
        long high = text.chars().filter(c -> c > 0x7F).count();
        return wide >= 3 && wide * 10 >= high * 8;
    }
}
