package org.incomingmail.engine.trust;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret behind reply addresses and Message-IDs. Never logged: toString says nothing. */
public final class SigningKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    /** @param secret at least 32 random bytes */
    public SigningKey(byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("A signing key has at least 32 bytes");
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** First bytes of the HMAC over a purpose and a value. */
    byte[] sign(String purpose, byte[] value, int length) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return java.util.Arrays.copyOf(mac.doFinal(value), length);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[...]";
    }
}
