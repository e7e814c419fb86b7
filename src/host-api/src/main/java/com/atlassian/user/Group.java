package com.atlassian.user;

import org.incomingmail.hostapi.HostType;

/** A group of users. */
@HostType(source = "Confluence Javadoc 6.10.1: parameter of UserAccessor's methods")
public interface Group {
    String getName();
}
