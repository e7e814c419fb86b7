package org.incomingmail.engine.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of a message while it streams by, header and body apart. */
final class Sha256 {
    private final MessageDigest header = digest();
    private final MessageDigest body = digest();
    private boolean inBody;
    private int lineLength;

    void update(byte[] bytes, int length) {
        int bodyStart = inBody ? 0 : endOfHeader(bytes, length);
        header.update(bytes, 0, bodyStart);
        body.update(bytes, bodyStart, length - bodyStart);
    }

    private int endOfHeader(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                if (lineLength == 0) {
                    inBody = true;
                    return i + 1;
                }
                lineLength = 0;
            } else if (bytes[i] != '\r') {
                lineLength++;
            }
        }
        return length;
    }

    String headerHash() {
        return HexFormat.of().formatHex(header.digest());
    }

    String bodyHash() {
        return HexFormat.of().formatHex(body.digest());
    }

    /** Digest of several texts, each with its length so that they can't run together. */
    static String of(String... texts) {
        MessageDigest digest = digest();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
