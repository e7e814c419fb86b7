package org.incomingmail.engine.trust;

import java.util.Locale;
import java.util.Optional;

/** RFC 4648 section 6 in lower case without padding: survives mail systems that change the case of local parts. */
final class Base32 {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder out = new StringBuilder((bytes.length * 8 + 4) / 5);
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = buffer << 8 | b & 0xFF;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                out.append(ALPHABET.charAt(buffer >> bits & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            out.append(ALPHABET.charAt(buffer << 5 - bits & 31));
        }
        return out.toString();
    }

    /** Empty unless the text is exactly what {@link #encode} writes, but for its case. */
    static Optional<byte[]> decode(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        byte[] bytes = new byte[lower.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < lower.length(); i++) {
            int digit = ALPHABET.indexOf(lower.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            buffer = (buffer << 5 | digit) & 0xFFF;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (buffer >> bits);
            }
        }
        return encode(bytes).equals(lower) ? Optional.of(bytes) : Optional.empty();
    }
}
