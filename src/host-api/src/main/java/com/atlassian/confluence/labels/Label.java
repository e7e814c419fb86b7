package com.atlassian.confluence.labels;

import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;

/** A word that marks content; global, visible to everybody. */
@HostType(source = "long-standing idiom of Confluence plugins", confirmed = false)
public class Label {
    private final String name;

    @Unconfirmed
    public Label(String name) {
        this.name = name;
    }

    @Unconfirmed
    public String getName() {
        return name;
    }
}
