package org.incomingmail.engine.connection;

import java.io.IOException;

/** We will not go on, although no server refused: something we need is missing. */
public final class UnmetException extends IOException {
    private static final long serialVersionUID = 1L;
    private final ConnectionCode code;
    private final String detail;

    public UnmetException(ConnectionCode code, String detail) {
        super(code.id() + " " + detail);
        this.code = code;
        this.detail = detail;
    }

    ConnectionCode code() {
        return code;
    }

    String detail() {
        return detail;
    }
}
