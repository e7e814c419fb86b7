package org.incomingmail.dev.house;

import org.jspecify.annotations.Nullable;

/** The instance can't start; the message is one line that says what to change. */
public class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartFailure(String message) {
        super(message);
    }

    public StartFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
