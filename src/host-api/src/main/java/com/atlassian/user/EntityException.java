package com.atlassian.user;

import org.incomingmail.hostapi.HostType;

/** The user directory could not answer. */
@HostType(source = "OSS call sites")
public class EntityException extends Exception {
    private static final long serialVersionUID = 1L;

    public EntityException(String message) {
        super(message);
    }
}
