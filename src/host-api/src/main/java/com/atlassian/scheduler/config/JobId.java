package com.atlassian.scheduler.config;

import java.io.Serializable;
import org.incomingmail.hostapi.HostType;

/** Names one scheduled job. */
@HostType(source = "atlassian-scheduler-api 1.6.0 Javadoc")
public final class JobId implements Serializable {
    private static final long serialVersionUID = 1L;
    private final String value;

    private JobId(String value) {
        this.value = value;
    }

    public static JobId of(String value) {
        return new JobId(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JobId && value.equals(((JobId) other).value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
