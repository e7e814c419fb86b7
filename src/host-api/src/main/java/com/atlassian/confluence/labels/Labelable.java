package com.atlassian.confluence.labels;

import org.incomingmail.hostapi.HostType;

/** Something that labels can be put on. */
@HostType(source = "long-standing idiom of Confluence plugins", confirmed = false)
public interface Labelable {}
