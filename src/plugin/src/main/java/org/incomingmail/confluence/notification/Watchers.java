package org.incomingmail.confluence.notification;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.mail.notification.Notification;
import com.atlassian.confluence.mail.notification.NotificationManager;
import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.confluence.user.UserAccessor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import org.jspecify.annotations.Nullable;

/** Who is to hear of new content: active watchers of the page who may see it, but not its author. */
@Named
public class Watchers {
    private final NotificationManager notifications;
    private final PermissionManager permissions;
    private final UserAccessor users;

    @Inject
    public Watchers(NotificationManager notifications, PermissionManager permissions, UserAccessor users) {
        this.notifications = notifications;
        this.permissions = permissions;
        this.users = users;
    }

    Collection<ConfluenceUser> of(AbstractPage page, ContentEntityObject content) {
        Map<String, ConfluenceUser> found = new LinkedHashMap<>();
        for (Notification notification : notifications.getNotificationsByContent(page)) {
            ConfluenceUser receiver = notification.getReceiver();
            if (receiver != null
                    && !same(receiver, content.getCreator())
                    && !users.isDeactivated(receiver)
                    && receiver.getEmail() != null
                    && !receiver.getEmail().isBlank()
                    && permissions.hasPermission(receiver, Permission.VIEW, content)) {
                found.put(receiver.getKey().getStringValue(), receiver);
            }
        }
        return found.values();
    }

    private static boolean same(ConfluenceUser receiver, @Nullable ConfluenceUser author) {
        return author != null && author.getKey().equals(receiver.getKey());
    }
}
