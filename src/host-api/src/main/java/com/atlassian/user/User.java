package com.atlassian.user;

import org.incomingmail.hostapi.HostType;

/** A person who can log in. */
@HostType(source = "OSS call sites")
public interface User {
    String getName();

    String getFullName();

    String getEmail();
}
