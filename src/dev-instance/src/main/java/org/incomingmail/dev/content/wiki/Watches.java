package org.incomingmail.dev.content.wiki;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.mail.notification.Notification;
import com.atlassian.confluence.mail.notification.NotificationManager;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.user.User;
import java.util.ArrayList;
import java.util.List;
import org.incomingmail.dev.content.store.WatchTable;
import org.incomingmail.dev.content.store.WatchTable.Target;

/** Who watches which page or space. */
public final class Watches implements NotificationManager {

    private final WatchTable table;
    private final People people;

    Watches(WatchTable table, People people) {
        this.table = table;
        this.people = people;
    }

    @Override
    public List<Notification> getNotificationsByContent(ContentEntityObject content) {
        List<Notification> notifications = new ArrayList<>();
        for (ConfluenceUser watcher : watchers(Target.CONTENT, content.getId())) {
            notifications.add(() -> watcher);
        }
        return notifications;
    }

    @Override
    public void addContentNotification(User user, ContentEntityObject content) {
        String key = People.key(people.known(user));
        if (key == null) {
            throw new InvalidContentException("There is no user " + user.getName() + " to watch anything.");
        }
        table.add(key, Target.CONTENT, content.getId());
    }

    public List<ConfluenceUser> watchers(ContentEntityObject content) {
        return watchers(Target.CONTENT, content.getId());
    }

    public List<ConfluenceUser> watchers(Space space) {
        return watchers(Target.SPACE, space.getId());
    }

    public void watch(ConfluenceUser user, ContentEntityObject content) {
        addContentNotification(user, content);
    }

    public void watch(ConfluenceUser user, Space space) {
        table.add(user.getKey().getStringValue(), Target.SPACE, space.getId());
    }

    public void unwatch(ConfluenceUser user, ContentEntityObject content) {
        table.remove(user.getKey().getStringValue(), Target.CONTENT, content.getId());
    }

    public void unwatch(ConfluenceUser user, Space space) {
        table.remove(user.getKey().getStringValue(), Target.SPACE, space.getId());
    }

    private List<ConfluenceUser> watchers(Target target, long id) {
        List<ConfluenceUser> watchers = new ArrayList<>();
        for (String key : table.watchers(target, id)) {
            ConfluenceUser user = people.byKey(key);
            if (user != null) {
                watchers.add(user);
            }
        }
        return watchers;
    }
}
