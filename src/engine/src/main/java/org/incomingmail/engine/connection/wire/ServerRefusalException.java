package org.incomingmail.engine.connection.wire;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server answered NO, BAD, BYE or -ERR. The message is its own line. */
public final class ServerRefusalException extends IOException {
    private static final long serialVersionUID = 1L;

    @Nullable
    private final transient SaslChallenge challenge;

    public ServerRefusalException(String line) {
        this(line, null);
    }

    /** @param challenge what a SASL mechanism said before refusing */
    public ServerRefusalException(String line, @Nullable SaslChallenge challenge) {
        super(line);
        this.challenge = challenge;
    }

    /** The server's line, with the error challenge of the SASL mechanism if there was one. */
    public String serverSaid() {
        return challenge == null ? String.valueOf(getMessage()) : getMessage() + " " + challenge.text();
    }

    public Optional<SaslChallenge> challenge() {
        return Optional.ofNullable(challenge);
    }
}
