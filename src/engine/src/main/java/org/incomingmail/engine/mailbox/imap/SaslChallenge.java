package org.incomingmail.engine.mailbox.imap;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The error challenge of a token mechanism: base64 of a JSON text. */
final class SaslChallenge {

    private SaslChallenge() {}

    /** The challenge in clear, or as it came when it is not base64. */
    static String decode(String continuation) {
        String encoded = continuation.substring(1).strip();
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return encoded;
        }
    }
}
