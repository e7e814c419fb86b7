package com.atlassian.confluence.event.events.content.page;

import com.atlassian.confluence.pages.Page;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;

/** A page was created. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public class PageCreateEvent {
    private final Object source;
    private final Page page;

    @Unconfirmed
    public PageCreateEvent(Object source, Page page) {
        this.source = source;
        this.page = page;
    }

    public Page getPage() {
        return page;
    }

    @Unconfirmed
    public Object getSource() {
        return source;
    }
}
