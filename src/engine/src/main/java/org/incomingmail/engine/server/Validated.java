package org.incomingmail.engine.server;

import java.util.List;
import java.util.Optional;

/** What came of checking an input. */
public sealed interface Validated {

    /** @param password a new password to store; empty leaves the stored one as it is */
    record Valid(MailServer server, Optional<String> password) implements Validated {
        @Override
        public String toString() {
            return "Valid[" + server + "]";
        }
    }

    /** At least one error, in the order of the form. */
    record Invalid(List<FieldError> errors) implements Validated {}
}
