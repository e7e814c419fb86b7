package com.atlassian.confluence.mail.notification;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.user.User;
import java.util.List;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;

/** Watches. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public interface NotificationManager {
    List<Notification> getNotificationsByContent(ContentEntityObject content);

    @Unconfirmed
    void addContentNotification(User user, ContentEntityObject content);
}
