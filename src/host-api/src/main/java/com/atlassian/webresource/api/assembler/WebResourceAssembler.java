package com.atlassian.webresource.api.assembler;

import org.incomingmail.hostapi.HostType;

/** Assembles the web resources of a page. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public interface WebResourceAssembler {
    RequiredResources resources();
}
