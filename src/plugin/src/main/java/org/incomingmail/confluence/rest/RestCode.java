package org.incomingmail.confluence.rest;

import org.incomingmail.engine.failure.Code;

/** What can be wrong with a request as a whole. Texts: incoming-mail.properties. */
enum RestCode implements Code {
    LOGIN_NEEDED(401),
    SECURE_SESSION_NEEDED(401),
    NO_SYSTEM_ADMINISTRATOR(403),
    XSRF(403),
    NO_SUCH_SERVER(404),
    NO_SUCH_MESSAGE(404),
    NO_SUCH_DRAFT(404),
    NOT_WAITING(404),
    RAW_NOT_KEPT(404),
    NOT_RETRYABLE(409),
    NOT_DISCARDABLE(409),
    PLACE(400),
    NO_OBJECT(400),
    UNKNOWN_FIELD(400),
    QUERY(400),
    BUSY(503);

    private final int status;

    RestCode(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    @Override
    public String id() {
        return "IM-REST-" + name().replace('_', '-');
    }
}
