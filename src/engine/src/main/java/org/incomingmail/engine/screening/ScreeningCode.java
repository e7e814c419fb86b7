package org.incomingmail.engine.screening;

import org.incomingmail.engine.failure.Code;

/** Why a message does not become content whatever it says. */
public enum ScreeningCode implements Code {
    AUTO_REPLY("IM-AUTO-REPLY"),
    BULK("IM-BULK"),
    BOUNCE("IM-BOUNCE"),
    OWN_MAIL("IM-OWN-MAIL");

    private final String id;

    ScreeningCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
