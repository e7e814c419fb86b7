package org.incomingmail.confluence.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.server.Secrets;

/** AES-256-GCM with a key in the shared home: a copy of the database alone gives no password away. */
@Named
public class KeyFileSecrets implements Secrets {
    private static final String VERSION = "v1:";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private final KeyFile keys;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public KeyFileSecrets(KeyFile keys) {
        this.keys = keys;
    }

    @Override
    public String encrypt(String secret) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] all = ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return VERSION + Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot encrypt", e);
        }
    }

    @Override
    public String decrypt(String encrypted) {
        try {
            if (!encrypted.startsWith(VERSION)) {
                throw new IllegalStateException("Not encrypted by this app");
            }
            ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(encrypted.substring(VERSION.length())));
            byte[] nonce = new byte[NONCE];
            all.get(nonce);
            byte[] sealed = new byte[all.remaining()];
            all.get(sealed);
            return new String(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException | java.nio.BufferUnderflowException e) {
            throw new IllegalStateException(
                    "A stored password cannot be decrypted: is the app's key file of another installation?", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(keys.read("secrets"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
