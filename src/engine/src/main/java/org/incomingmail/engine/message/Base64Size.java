package org.incomingmail.engine.message;

import java.io.IOException;
import java.io.InputStream;

/**
 * How many bytes base64 (RFC 2045 6.8) decodes to, without decoding: files are measured when a message is read, and
 * decoded only when they are stored. Counts as mime4j decodes: other characters are skipped, padding ends it, what does
 * not make up a byte is dropped.
 */
final class Base64Size {
    private static final boolean[] ALPHABET = new boolean[256];

    static {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            ALPHABET[alphabet.charAt(i)] = true;
        }
    }

    private Base64Size() {}

    static long of(InputStream encoded) throws IOException {
        byte[] buffer = new byte[32 * 1024];
        long sextets = 0;
        for (int count = encoded.read(buffer); count >= 0; count = encoded.read(buffer)) {
            for (int i = 0; i < count; i++) {
                int next = buffer[i] & 0xff;
                if (next == '=') {
                    return sextets / 4 * 3 + Math.max(sextets % 4 - 1, 0);
                }
                sextets += ALPHABET[next] ? 1 : 0;
            }
        }
        return sextets / 4 * 3;
    }
}
