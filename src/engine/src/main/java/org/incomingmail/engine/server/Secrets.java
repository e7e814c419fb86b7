package org.incomingmail.engine.server;

/** Port: encrypts what must not be readable in the database. */
public interface Secrets {

    /** Text that only {@link #decrypt} of the same installation can read; differs at each call. */
    String encrypt(String secret);

    /** @throws IllegalStateException when the text is not ours or was tampered with */
    String decrypt(String encrypted);
}
