package org.incomingmail.dev.content.wiki;

import com.atlassian.confluence.core.ContentPropertyManager;
import com.atlassian.confluence.labels.LabelManager;
import com.atlassian.confluence.mail.notification.NotificationManager;
import com.atlassian.confluence.pages.AttachmentManager;
import com.atlassian.confluence.pages.CommentManager;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.confluence.spaces.SpaceManager;
import com.atlassian.event.api.EventPublisher;
import java.time.InstantSource;
import org.incomingmail.dev.content.store.AttachmentFiles;
import org.incomingmail.dev.content.store.ContentTable;
import org.incomingmail.dev.content.store.GrantTable;
import org.incomingmail.dev.content.store.LabelTable;
import org.incomingmail.dev.content.store.PropertyTable;
import org.incomingmail.dev.content.store.SpaceTable;
import org.incomingmail.dev.content.store.WatchTable;
import org.incomingmail.dev.house.HostServices;
import org.incomingmail.dev.services.Database;

/** Everything the screens, the REST API and apps ask about content. */
public record Wiki(
        Database database,
        ContentTable table,
        People people,
        Spaces spaces,
        WikiPages pages,
        Comments comments,
        Attachments attachments,
        ContentPropertyManager properties,
        Permissions permissions,
        Watches watches,
        Labels labels) {

    /** Puts the wiki together. */
    public static Wiki on(
            Database database, AttachmentFiles files, People people, EventPublisher events, InstantSource clock) {
        ContentTable table = new ContentTable(database);
        SpaceTable spaceTable = new SpaceTable(database);
        GrantTable grants = new GrantTable(database);
        Entities entities = new Entities(table, spaceTable, people);
        Contents contents = new Contents(database, table, entities, people, events, clock);
        return new Wiki(
                database,
                table,
                people,
                new Spaces(database, spaceTable, grants, entities, contents, clock),
                new WikiPages(database, table, spaceTable, entities, contents, people, clock),
                new Comments(database, table, entities, contents, people, clock),
                new Attachments(database, table, files, entities, people, clock),
                new Properties(new PropertyTable(database)),
                new Permissions(grants, people),
                new Watches(new WatchTable(database), people),
                new Labels(new LabelTable(database)));
    }

    /** Offers the host's services to everybody. */
    public void register(HostServices services) {
        services.register(SpaceManager.class, spaces);
        services.register(PageManager.class, pages);
        services.register(CommentManager.class, comments);
        services.register(AttachmentManager.class, attachments);
        services.register(ContentPropertyManager.class, properties);
        services.register(PermissionManager.class, permissions);
        services.register(NotificationManager.class, watches);
        services.register(LabelManager.class, labels);
    }
}
