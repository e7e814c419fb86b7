package org.incomingmail.engine.server;

import org.incomingmail.engine.failure.Code;

/** What can be wrong with what an administrator enters. */
public enum ServerCode implements Code {
    REQUIRED,
    TOO_LONG,
    CONTROL_CHARACTER,
    ADDRESS,
    HOST,
    HOST_IS_URL,
    HOST_HAS_PORT,
    NUMBER,
    RANGE,
    CHOICE,
    OAUTH_CLIENT,
    OAUTH_CHOOSE,
    OAUTH_APP_ONLY,
    OAUTH_NEEDS_TLS,
    PASSWORD_AGAIN,
    POP_POLICY,
    SAME_FOLDER,
    DELETE_CONFIRMATION,
    SPACE_UNKNOWN,
    PAGE_UNKNOWN,
    PAGE_ELSEWHERE,
    CERTIFICATES;

    @Override
    public String id() {
        return "IM-INPUT-" + name().replace('_', '-');
    }
}
