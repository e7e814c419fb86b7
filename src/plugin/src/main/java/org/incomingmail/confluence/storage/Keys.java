package org.incomingmail.confluence.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.incomingmail.engine.delivery.TransportKey;

/** Keys as unique columns hold them: of one length whatever the server calls its messages. */
final class Keys {
    private Keys() {}

    static String of(TransportKey key) {
        String text = key.server().value() + " " + key.epoch() + " " + key.uid();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Not every database allows several nulls in a unique column. */
    static String undecided(String transportKey) {
        return "undecided " + transportKey;
    }
}
