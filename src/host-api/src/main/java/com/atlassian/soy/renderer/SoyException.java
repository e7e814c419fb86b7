package com.atlassian.soy.renderer;

import org.incomingmail.hostapi.HostType;

/** A template could not be rendered. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public class SoyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SoyException(String message, Throwable cause) {
        super(message, cause);
    }

    public SoyException(String message) {
        super(message);
    }
}
