package com.atlassian.confluence.mail.notification;

import com.atlassian.confluence.user.ConfluenceUser;
import org.incomingmail.hostapi.HostType;
import org.jspecify.annotations.Nullable;

/** Somebody watches something. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public interface Notification {
    @Nullable
    ConfluenceUser getReceiver();
}
