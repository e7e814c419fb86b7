package org.incomingmail.dev.content.rest;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.pages.Attachment;
import com.atlassian.confluence.pages.Comment;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.spaces.Space;
import java.util.Objects;

/** Creates, changes and deletes content on behalf of a client. */
final class Writing {

    private final Asked asked;

    Writing(Asked asked) {
        this.asked = asked;
    }

    ContentEntityObject create(Draft draft) {
        return switch (draft.type()) {
            case "page" -> asked.stored(() -> createPage(draft));
            case "comment" -> asked.stored(() -> createComment(draft));
            default -> throw Refused.badRequest("Can't create content of type \"" + draft.type() + "\"");
        };
    }

    void update(ContentEntityObject content, Draft draft) {
        if (!asked.wiki().permissions().hasPermission(asked.user(), Permission.EDIT, content)) {
            throw Refused.forbidden(
                    "Could not update Content of type : " + content.getClass().getSimpleName());
        }
        if (content instanceof Attachment) {
            throw Refused.badRequest("Attachments are updated by their data");
        }
        int version = draft.version()
                .orElseThrow(() -> Refused.badRequest(
                        "Must supply an incremented version when updating Content. No version supplied."));
        if (version != content.getVersion() + 1) {
            throw Refused.conflict(
                    "Version must be incremented on update. Current version is: " + content.getVersion());
        }
        if (content instanceof Page && draft.has("title")) {
            content.setTitle(draft.title());
        }
        if (draft.hasBody()) {
            content.setBodyAsString(draft.storage());
        }
        if (content instanceof Page && !draft.parentId().isEmpty()) {
            parent(draft).addChild((Page) content);
        }
        asked.stored(() -> {
            asked.wiki().pages().saveContentEntity(content, null);
            return true;
        });
    }

    void delete(ContentEntityObject content) {
        if (!asked.wiki().permissions().mayRemove(asked.user(), content)) {
            throw Refused.forbidden("Cannot delete content " + content.getId());
        }
        asked.stored(() -> {
            if (content instanceof Page) {
                asked.wiki().pages().remove((Page) content);
            } else if (content instanceof Comment) {
                asked.wiki().comments().remove((Comment) content);
            } else {
                asked.wiki().attachments().remove((Attachment) content);
            }
            return true;
        });
    }

    private Page createPage(Draft draft) {
        Space space = asked.space(draft.spaceKey());
        asked.demandCreate(space, Page.class, "page");
        Page page = new Page();
        page.setSpace(space);
        page.setTitle(draft.title());
        page.setBodyAsString(draft.storage());
        Page parent = draft.parentId().isEmpty() ? space.getHomePage() : parent(draft);
        if (parent != null) {
            parent.addChild(page);
        }
        asked.wiki().pages().saveContentEntity(page, null);
        return page;
    }

    private Comment createComment(Draft draft) {
        ContentEntityObject container = asked.content(draft.containerId());
        Comment parent = null;
        if (container instanceof Comment || !draft.parentId().isEmpty()) {
            ContentEntityObject above = draft.parentId().isEmpty() ? container : asked.content(draft.parentId());
            if (!(above instanceof Comment)) {
                throw Refused.badRequest("The ancestor of a comment is a comment");
            }
            parent = (Comment) above;
        }
        ContentEntityObject page =
                container instanceof Comment ? Objects.requireNonNull(((Comment) container).getContainer()) : container;
        asked.demandCreate(page, Comment.class, "comment");
        return asked.wiki().comments().addCommentToObject(page, parent, draft.storage());
    }

    private Page parent(Draft draft) {
        ContentEntityObject parent = asked.content(draft.parentId());
        if (!(parent instanceof Page)) {
            throw Refused.badRequest("The parent of a page is a page");
        }
        return (Page) parent;
    }
}
