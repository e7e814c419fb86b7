package org.incomingmail.engine.connection.wire;

import java.io.InterruptedIOException;

/** Somebody no longer wants the answer. */
public final class CancelledException extends InterruptedIOException {
    private static final long serialVersionUID = 1L;

    CancelledException() {
        super("cancelled");
    }
}
