package com.atlassian.sal.api;

import org.incomingmail.hostapi.HostType;

/** How a base URL is to be written. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public enum UrlMode {
    CANONICAL,
    ABSOLUTE,
    RELATIVE,
    RELATIVE_CANONICAL,
    AUTO
}
