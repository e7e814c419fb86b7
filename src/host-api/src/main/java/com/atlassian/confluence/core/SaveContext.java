package com.atlassian.confluence.core;

import org.incomingmail.hostapi.HostType;

/** How a save behaves: events and notifications. */
@HostType(source = "Confluence Javadoc 7.3.5")
public interface SaveContext {}
