package com.atlassian.sal.api.user;

import org.incomingmail.hostapi.HostType;

/** What the host tells about a user. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public interface UserProfile {
    UserKey getUserKey();

    String getUsername();

    String getFullName();

    String getEmail();
}
