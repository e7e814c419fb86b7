package org.incomingmail.engine.policy;

import org.incomingmail.engine.failure.Code;

/** What can be wrong with rules that an administrator enters. */
public enum PolicyCode implements Code {
    /** Argument: the entry. */
    SENDER_PATTERN,
    /** Argument: the entry. */
    RECIPIENT_PATTERN,
    /** Argument: what RE2 says. */
    REGEX,
    /** Argument: the entry. */
    AUTHSERV_ID,
    /** Argument: the entry. */
    LABEL,
    /** Argument: the entry. */
    FILE_ENDING,
    /** Argument: how many there may be. */
    TOO_MANY,
    /** Argument: the name. */
    UNKNOWN_FIELD;

    @Override
    public String id() {
        return "IM-RULES-" + name().replace('_', '-');
    }
}
