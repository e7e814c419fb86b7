package org.incomingmail.engine.trust;

import org.incomingmail.engine.failure.Code;

/** Why a message is not published although its place is known: nobody can say who sent it. */
public enum TrustCode implements Code {
    /** Arguments: the sender and the evidence. */
    UNPROVED("IM-SENDER-UNPROVED"),
    /** Argument: the sender, and the evidence. */
    CONTRADICTED("IM-SENDER-CONTRADICTED"),
    /** Arguments: the sender and the evidence. */
    CONFIRMATION("IM-CONFIRMATION-WANTED");

    private final String id;

    TrustCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
