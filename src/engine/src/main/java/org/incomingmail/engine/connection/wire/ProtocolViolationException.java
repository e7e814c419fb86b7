package org.incomingmail.engine.connection.wire;

import java.io.IOException;

/** The server said something its protocol does not allow, or too much of it. */
public final class ProtocolViolationException extends IOException {
    private static final long serialVersionUID = 1L;

    public ProtocolViolationException(String what) {
        super(what);
    }

    public ProtocolViolationException(String what, Throwable cause) {
        super(what, cause);
    }
}
