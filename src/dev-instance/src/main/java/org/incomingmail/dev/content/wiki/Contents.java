package org.incomingmail.dev.content.wiki;

import com.atlassian.confluence.core.ContentEntityManager;
import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.core.SaveContext;
import com.atlassian.confluence.event.events.content.comment.CommentCreateEvent;
import com.atlassian.confluence.event.events.content.page.PageCreateEvent;
import com.atlassian.confluence.pages.BlogPost;
import com.atlassian.confluence.pages.Comment;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.event.api.EventPublisher;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.incomingmail.dev.content.markup.StorageFormat;
import org.incomingmail.dev.content.store.ContentRow;
import org.incomingmail.dev.content.store.ContentRow.Type;
import org.incomingmail.dev.content.store.ContentTable;
import org.incomingmail.dev.services.Database;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Saves and finds pages and comments; the event of a new one is published in the transaction that stores it. */
final class Contents implements ContentEntityManager {

    private final Database database;
    private final ContentTable table;
    private final Entities entities;
    private final People people;
    private final EventPublisher events;
    private final InstantSource clock;

    Contents(
            Database database,
            ContentTable table,
            Entities entities,
            People people,
            EventPublisher events,
            InstantSource clock) {
        this.database = database;
        this.table = table;
        this.entities = entities;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public @Nullable ContentEntityObject getById(long id) {
        return table.byId(id).map(entities::any).orElse(null);
    }

    @Override
    public void saveContentEntity(ContentEntityObject content, @Nullable SaveContext saveContext) {
        StorageFormat.check(content.getBodyAsString());
        try {
            save(content);
        } catch (JdbiException e) {
            if (Names.isTaken(e)) {
                throw new DuplicateTitleException("A page with this title already exists: " + content.getTitle());
            }
            throw e;
        }
    }

    private void save(ContentEntityObject content) {
        database.inTransaction(() -> {
            if (content instanceof Page) {
                savePage((Page) content);
            } else if (content instanceof BlogPost) {
                savePost((BlogPost) content);
            } else if (content instanceof Comment) {
                saveComment((Comment) content);
            } else {
                throw new InvalidContentException("Attachments are saved by the attachment manager.");
            }
            return true;
        });
    }

    private void savePage(Page page) {
        Space space = page.getSpace();
        if (space == null) {
            throw new InvalidContentException("The page belongs to no space.");
        }
        page.setTitle(Names.title(page.getTitle()));
        String uniqueName = Names.uniquePage(space.getId(), page.getTitle());
        table.byUniqueName(uniqueName)
                .filter(other -> other.id() != page.getId())
                .ifPresent(other -> {
                    throw new DuplicateTitleException(
                            "A page with this title already exists: A page already exists with the" + " title "
                                    + page.getTitle() + " in the space with key " + space.getKey());
                });
        checkParent(page, space);
        Page parent = page.getParent();
        if (store(page, Type.PAGE, space.getId(), parent == null ? null : parent.getId(), null, uniqueName)) {
            events.publish(new PageCreateEvent(this, page));
        }
    }

    private void savePost(BlogPost post) {
        Space space = post.getSpace();
        if (space == null) {
            throw new InvalidContentException("The blog post belongs to no space.");
        }
        post.setTitle(Names.title(post.getTitle()));
        LocalDate day = LocalDate.ofInstant(post.getCreationDate().toInstant(), ZoneId.systemDefault());
        String uniqueName = Names.uniquePost(space.getId(), post.getTitle(), day);
        table.byUniqueName(uniqueName)
                .filter(other -> other.id() != post.getId())
                .ifPresent(other -> {
                    throw new DuplicateTitleException(
                            "A blog post of this day with this title already exists: " + post.getTitle());
                });
        store(post, Type.BLOG_POST, space.getId(), null, null, uniqueName);
    }

    private void saveComment(Comment comment) {
        ContentEntityObject container = comment.getContainer();
        if (container == null) {
            throw new InvalidContentException("The comment is about nothing.");
        }
        Comment parent = comment.getParent();
        if (parent != null
                && (parent.getContainer() == null || parent.getContainer().getId() != container.getId())) {
            throw new InvalidContentException("The comment answers a comment on another page.");
        }
        if (store(comment, Type.COMMENT, null, parent == null ? null : parent.getId(), container.getId(), null)) {
            events.publish(new CommentCreateEvent(this, comment));
        }
    }

    private void checkParent(Page page, Space space) {
        for (Page above = page.getParent(); above != null; above = above.getParent()) {
            if (page.getId() != 0 && above.getId() == page.getId()) {
                throw new InvalidContentException("A page can't lie below itself.");
            }
            Space other = above.getSpace();
            if (other == null || other.getId() != space.getId()) {
                throw new InvalidContentException("The parent page is in another space.");
            }
        }
    }

    /** Answers whether the content is new. */
    private boolean store(
            ContentEntityObject content,
            Type type,
            @Nullable Long spaceId,
            @Nullable Long parentId,
            @Nullable Long containerId,
            @Nullable String uniqueName) {
        boolean isNew = content.getId() == 0;
        ConfluenceUser current = people.current();
        if (isNew && content.getCreator() == null) {
            content.setCreator(current);
        }
        content.setLastModificationDate(isNew ? content.getCreationDate() : Date.from(clock.instant()));
        ContentRow row = new ContentRow(
                content.getId(),
                type,
                content.getContentStatus(),
                spaceId,
                parentId,
                containerId,
                content.getTitle(),
                content.getBodyAsString(),
                content.getVersion(),
                People.key(content.getCreator()),
                content.getCreationDate().toInstant(),
                People.key(isNew ? content.getCreator() : current),
                content.getLastModificationDate().toInstant(),
                null,
                0);
        if (isNew) {
            content.setId(table.insert(row, uniqueName));
        } else if (table.update(row, uniqueName)) {
            content.setVersion(row.version() + 1);
        } else {
            throw new StaleContentException("\"" + content.getTitle()
                    + "\" has been changed by somebody else since version " + row.version() + ".");
        }
        return isNew;
    }
}
