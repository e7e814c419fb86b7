package org.incomingmail.engine.screening;

import org.incomingmail.engine.failure.Code;

/** Why a message does not become content whatever it says. */
public enum ScreeningCode implements Code {
    AUTO_REPLY("IM-AUTO-REPLY"),
    BULK("IM-BULK"),
    BOUNCE("IM-BOUNCE"),
    OWN_MAIL("IM-OWN-MAIL"),
    /** Argument: the sender and the entry of the list. */
    BLOCKED("IM-BLOCKED"),
    /** Argument: how many systems it went through. */
    LOOP("IM-LOOP");

    private final String id;

    ScreeningCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
