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

    private long sextets;
    private boolean padded;

    static long of(InputStream encoded) throws IOException {
        Base64Size size = new Base64Size();
        byte[] buffer = new byte[32 * 1024];
        for (int count = encoded.read(buffer); count >= 0 && !size.padded; count = encoded.read(buffer)) {
            int at = 0;
            while (at < count) {
                at = size.line(buffer, at, count) + 1;
            }
        }
        return size.bytes();
    }

    /** Counts up to the next line feed, and gives its index; the end when there is none. */
    int line(byte[] encoded, int from, int to) {
        int at = from;
        int other = 0;
        for (; at < to; at++) {
            byte next = encoded[at];
            if (!ALPHABET[next & 0xff]) {
                if (next == '\n') {
                    break;
                }
                if (next == '=') {
                    return padding(encoded, from, at, other, to);
                }
                other++;
            }
        }
        sextets += padded ? 0 : at - from - other;
        return at;
    }

    private int padding(byte[] encoded, int from, int at, int other, int to) {
        sextets += padded ? 0 : at - from - other;
        padded = true;
        int end = at;
        while (end < to && encoded[end] != '\n') {
            end++;
        }
        return end;
    }

    /** Of what was counted so far. */
    long bytes() {
        long whole = sextets / 4 * 3;
        return padded ? whole + Math.max(sextets % 4 - 1, 0) : whole;
    }
}
