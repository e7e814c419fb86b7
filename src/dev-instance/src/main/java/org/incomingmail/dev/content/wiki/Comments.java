package org.incomingmail.dev.content.wiki;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.core.SaveContext;
import com.atlassian.confluence.pages.Comment;
import com.atlassian.confluence.pages.CommentManager;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.incomingmail.dev.content.store.ContentRow.Type;
import org.incomingmail.dev.content.store.ContentTable;
import org.incomingmail.dev.services.Database;
import org.jspecify.annotations.Nullable;

/** Threaded comments on pages. */
public final class Comments implements CommentManager {

    private final Database database;
    private final ContentTable table;
    private final Entities entities;
    private final Contents contents;
    private final People people;
    private final InstantSource clock;

    Comments(
            Database database,
            ContentTable table,
            Entities entities,
            Contents contents,
            People people,
            InstantSource clock) {
        this.database = database;
        this.table = table;
        this.entities = entities;
        this.contents = contents;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public @Nullable Comment getComment(long id) {
        return table.byId(id)
                .filter(row -> row.type() == Type.COMMENT)
                .map(entities::comment)
                .orElse(null);
    }

    @Override
    public Comment addCommentToObject(ContentEntityObject target, @Nullable Comment parent, String content) {
        Comment comment = new Comment();
        comment.setContainer(target);
        comment.setParent(parent);
        comment.setBodyAsString(content);
        comment.setCreationDate(Date.from(clock.instant()));
        saveContentEntity(comment, null);
        return comment;
    }

    @Override
    public @Nullable ContentEntityObject getById(long id) {
        return contents.getById(id);
    }

    @Override
    public void saveContentEntity(ContentEntityObject content, @Nullable SaveContext saveContext) {
        contents.saveContentEntity(content, saveContext);
    }

    /** Current comments, the oldest first. */
    public List<Comment> on(ContentEntityObject container) {
        return entities.comments(table.comments(container.getId()), container);
    }

    /** Deletes a comment; its replies move up. */
    public void remove(Comment comment) {
        database.inTransaction(() -> {
            Comment parent = comment.getParent();
            table.moveChildren(comment.getId(), parent == null ? null : parent.getId());
            table.delete(comment.getId(), People.key(people.current()), clock.instant());
            return true;
        });
    }
}
