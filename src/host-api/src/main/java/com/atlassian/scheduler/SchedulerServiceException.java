package com.atlassian.scheduler;

import org.incomingmail.hostapi.HostType;

/** A job could not be scheduled. */
@HostType(source = "atlassian-scheduler-api 1.6.0 Javadoc")
public class SchedulerServiceException extends Exception {
    private static final long serialVersionUID = 1L;

    public SchedulerServiceException(String message) {
        super(message);
    }

    public SchedulerServiceException(String message, Throwable cause) {
        super(message, cause);
    }
}
