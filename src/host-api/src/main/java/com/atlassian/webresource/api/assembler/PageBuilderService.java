package com.atlassian.webresource.api.assembler;

import org.incomingmail.hostapi.HostType;

/** The page that is being built for the current request. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public interface PageBuilderService {
    WebResourceAssembler assembler();
}
