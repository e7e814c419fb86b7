package com.atlassian.sal.api.websudo;

import org.incomingmail.hostapi.HostType;

/** The request needs a secure administrator session and has none. */
@HostType(source = "SAL 2.8 source")
public class WebSudoSessionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WebSudoSessionException() {}

    public WebSudoSessionException(String message) {
        super(message);
    }
}
