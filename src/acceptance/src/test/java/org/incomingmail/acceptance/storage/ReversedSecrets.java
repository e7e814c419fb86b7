package org.incomingmail.acceptance.storage;

import org.incomingmail.engine.server.Secrets;

/** Turns the text around: enough to see that it is not stored as it is. */
final class ReversedSecrets implements Secrets {
    @Override
    public String encrypt(String secret) {
        return new StringBuilder(secret).reverse().toString();
    }

    @Override
    public String decrypt(String encrypted) {
        return encrypt(encrypted);
    }
}
