package org.incomingmail.engine.message;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The escape sequences of ISO-2022-JP (RFC 1468): they tell it from ASCII, and some relays strip their first byte. */
final class JapaneseEscapes {
    private static final Pattern STRIPPED = Pattern.compile("(?<!\\x1B)\\$([@B])((?:[!-~]{2})+?)\\(([BJ])");

    private JapaneseEscapes() {}

    static boolean in(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x1B && (bytes[i + 1] == '$' || bytes[i + 1] == '(' && "JI".indexOf(bytes[i + 2]) >= 0)) {
                return true;
            }
        }
        return false;
    }

    /** The bytes with the escapes put back where only they can be missing; the same bytes when none is. */
    static byte[] restored(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        String restored = STRIPPED.matcher(raw).replaceAll("\u001B\\$$1$2\u001B($3");
        return restored.equals(raw) ? bytes : restored.getBytes(StandardCharsets.ISO_8859_1);
    }
}
