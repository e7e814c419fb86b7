package org.incomingmail.engine.message;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** UTF-7 (RFC 2152), for plain text only: in HTML it hides markup from everybody who looks for it. */
final class Utf7 {
    private static final Pattern SHIFTED = Pattern.compile("\\+([A-Za-z0-9+/]*)-?");

    private static final Pattern NAME = Pattern.compile("(x-)?(unicode-1-1-)?utf-?7");

    private Utf7() {}

    static boolean means(@Nullable String label) {
        return label != null
                && label.indexOf('7') >= 0
                && NAME.matcher(CharsetLabels.normal(label)).matches();
    }

    static String decode(byte[] bytes) {
        Matcher shifted = SHIFTED.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        return shifted.replaceAll(match -> Matcher.quoteReplacement(
                match.group(1).isEmpty() ? "+" : new String(units(match.group(1)), StandardCharsets.UTF_16BE)));
    }

    private static byte[] units(String base64) {
        byte[] bytes = EncodedWords.base64(base64);
        return java.util.Arrays.copyOf(bytes, bytes.length - bytes.length % 2);
    }
}
