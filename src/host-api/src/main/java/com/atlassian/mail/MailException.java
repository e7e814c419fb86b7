package com.atlassian.mail;

import org.incomingmail.hostapi.HostType;

/** A mail could not be sent. */
@HostType(source = "atlassian-mail 1.9 Javadoc")
public class MailException extends Exception {
    private static final long serialVersionUID = 1L;

    public MailException(String message) {
        super(message);
    }

    public MailException(String message, Throwable cause) {
        super(message, cause);
    }
}
