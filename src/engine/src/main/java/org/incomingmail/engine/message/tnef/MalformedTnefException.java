package org.incomingmail.engine.message.tnef;

import java.io.IOException;
import java.io.Serial;

/** The bytes do not follow MS-OXTNEF from here on. */
final class MalformedTnefException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    MalformedTnefException() {
        super("malformed TNEF");
    }
}
