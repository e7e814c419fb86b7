package com.atlassian.confluence.event.events.content.comment;

import com.atlassian.confluence.pages.Comment;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;

/** A comment was created. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public class CommentCreateEvent {
    private final Object source;
    private final Comment comment;

    @Unconfirmed
    public CommentCreateEvent(Object source, Comment comment) {
        this.source = source;
        this.comment = comment;
    }

    public Comment getComment() {
        return comment;
    }

    @Unconfirmed
    public Object getSource() {
        return source;
    }
}
