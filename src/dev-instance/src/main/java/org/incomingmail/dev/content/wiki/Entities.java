package org.incomingmail.dev.content.wiki;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.pages.Attachment;
import com.atlassian.confluence.pages.BlogPost;
import com.atlassian.confluence.pages.Comment;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.spaces.Space;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.incomingmail.dev.content.store.ContentRow;
import org.incomingmail.dev.content.store.ContentTable;
import org.incomingmail.dev.content.store.SpaceRow;
import org.incomingmail.dev.content.store.SpaceTable;
import org.jspecify.annotations.Nullable;

/** Turns rows into the host's types, with all that hangs on them. */
final class Entities {

    private final ContentTable content;
    private final SpaceTable spaces;
    private final People people;

    Entities(ContentTable content, SpaceTable spaces, People people) {
        this.content = content;
        this.spaces = spaces;
        this.people = people;
    }

    Space space(SpaceRow row) {
        Space space = new Space(row.id(), row.key(), row.name());
        Long home = row.homePageId();
        if (home != null) {
            content.byId(home).ifPresent(page -> space.setHomePage(page(page, space)));
        }
        return space;
    }

    @Nullable
    Space space(@Nullable Long id) {
        return id == null ? null : spaces.byId(id).map(this::space).orElse(null);
    }

    ContentEntityObject any(ContentRow row) {
        return switch (row.type()) {
            case PAGE -> page(row);
            case BLOG_POST -> blogPost(row);
            case COMMENT -> comment(row);
            case ATTACHMENT -> attachment(row);
        };
    }

    Page page(ContentRow row) {
        return page(row, space(row.spaceId()));
    }

    BlogPost blogPost(ContentRow row) {
        BlogPost post = new BlogPost();
        post.setSpace(space(row.spaceId()));
        return fill(post, row);
    }

    Comment comment(ContentRow row) {
        Comment comment = comment(row, container(row));
        Long parent = row.parentId();
        if (parent != null) {
            content.byId(parent).ifPresent(answered -> comment.setParent(comment(answered)));
        }
        return comment;
    }

    Attachment attachment(ContentRow row) {
        return attachment(row, container(row));
    }

    /** A page's comments, linked to each other without asking the database again. */
    List<Comment> comments(List<ContentRow> rows, ContentEntityObject container) {
        Map<Long, Comment> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.put(row.id(), comment(row, container)));
        for (ContentRow row : rows) {
            Comment comment = byId.get(row.id());
            if (comment != null && row.parentId() != null) {
                comment.setParent(byId.get(row.parentId()));
            }
        }
        return List.copyOf(byId.values());
    }

    Attachment attachment(ContentRow row, @Nullable ContentEntityObject container) {
        String mediaType = row.mediaType() == null ? "application/octet-stream" : row.mediaType();
        Attachment attachment = new Attachment(row.title(), mediaType, row.fileSize(), row.body());
        attachment.setSpace(space(row.spaceId()));
        attachment.setContainer(container);
        return fill(attachment, row);
    }

    private Page page(ContentRow row, @Nullable Space space) {
        Page page = new Page();
        page.setSpace(space);
        Long parent = row.parentId();
        if (parent != null) {
            content.byId(parent).ifPresent(above -> page.setParentPage(page(above, space)));
        }
        return fill(page, row);
    }

    private Comment comment(ContentRow row, @Nullable ContentEntityObject container) {
        Comment comment = new Comment();
        comment.setContainer(container);
        return fill(comment, row);
    }

    private @Nullable ContentEntityObject container(ContentRow row) {
        Long id = row.containerId();
        return id == null ? null : content.byId(id).map(this::any).orElse(null);
    }

    private <T extends ContentEntityObject> T fill(T entity, ContentRow row) {
        entity.setId(row.id());
        entity.setTitle(row.title());
        entity.setBodyAsString(row.body());
        entity.setCreator(people.byKey(row.creator()));
        entity.setCreationDate(Date.from(row.created()));
        entity.setLastModificationDate(Date.from(row.modified()));
        entity.setVersion(row.version());
        entity.setContentStatus(row.status());
        return entity;
    }
}
