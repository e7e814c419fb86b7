package com.atlassian.sal.api.auth;

import java.net.URI;
import org.incomingmail.hostapi.HostType;

/** Where to send somebody who has to log in. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public interface LoginUriProvider {
    URI getLoginUri(URI returnUri);
}
