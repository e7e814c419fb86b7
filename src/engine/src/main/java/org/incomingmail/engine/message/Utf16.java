package org.incomingmail.engine.message;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Recognises two bytes for each character: by the label, by the byte order mark, or by every other byte being zero. */
final class Utf16 {
    private static final int ENOUGH = 8;

    private Utf16() {}

    static @Nullable Charset of(byte[] bytes, @Nullable Charset declared) {
        if (bytes.length < 2 || bytes.length % 2 != 0 && declared == null) {
            return null;
        }
        int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        if (mark == 0xFEFF || mark == 0xFFFE) {
            return StandardCharsets.UTF_16;
        }
        int looked = Math.min(bytes.length, 4_096) & ~1;
        int even = 0;
        int odd = 0;
        boolean high = false;
        for (int i = 0; i < looked; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
            high |= bytes[i] < 0 || bytes[i + 1] < 0;
        }
        int pairs = looked / 2;
        boolean says = declared != null && declared.name().startsWith("UTF-16");
        if (pairs < ENOUGH && !says) {
            return null;
        }
        if (even * 10 > pairs * 6 && odd * 10 < pairs) {
            return StandardCharsets.UTF_16BE;
        }
        if (odd * 10 > pairs * 6 && even * 10 < pairs) {
            return StandardCharsets.UTF_16LE;
        }
        return says && (even > 0 || odd > 0 || high) ? declared : null;
    }
}
