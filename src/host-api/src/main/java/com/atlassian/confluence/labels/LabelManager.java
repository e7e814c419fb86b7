package com.atlassian.confluence.labels;

import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;

/** Labels of content. */
@HostType(source = "long-standing idiom of Confluence plugins", confirmed = false)
public interface LabelManager {
    /** Adds a label in the name of the current user. */
    @Unconfirmed
    int addLabel(Labelable content, Label label);
}
