package com.atlassian.webresource.api.assembler;

import org.incomingmail.hostapi.HostType;

/** Web resources that the page will include. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public interface RequiredResources {
    RequiredResources requireWebResource(String completeModuleKey);
}
