package com.atlassian.sal.api.user;

import java.io.Serializable;
import org.incomingmail.hostapi.HostType;

/** Immutable key of a user; survives renames. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public final class UserKey implements Serializable {
    private static final long serialVersionUID = 1L;
    private final String value;

    public UserKey(String value) {
        this.value = value;
    }

    public String getStringValue() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserKey && value.equals(((UserKey) other).value);
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
