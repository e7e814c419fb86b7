package org.incomingmail.engine.publishing;

import org.incomingmail.engine.failure.Code;

/** Why a message that has a place in the wiki is not published all the same. */
public enum PublishingCode implements Code {
    EMPTY("IM-EMPTY");

    private final String id;

    PublishingCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
