package org.incomingmail.dev.content.rest;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.pages.Comment;
import com.atlassian.confluence.pages.Page;
import java.util.List;
import java.util.Objects;
import org.incomingmail.dev.content.wiki.Wiki;
import org.jspecify.annotations.Nullable;

/** What hangs on content. Children may be seen by whoever sees the content: rights are the space's. */
record Children(Wiki wiki) {

    /** All of a type; comments below others only when {@code all} are asked for. */
    List<? extends ContentEntityObject> of(ContentEntityObject content, String type, boolean all) {
        return switch (type) {
            case "page" -> content instanceof Page ? wiki.pages().children((Page) content) : List.of();
            case "comment" -> comments(content, all);
            case "attachment" -> wiki.attachments().getLatestVersionsOfAttachments(content);
            default -> throw Refused.notFound("No child type: " + type);
        };
    }

    private List<Comment> comments(ContentEntityObject content, boolean all) {
        @Nullable Comment below = content instanceof Comment ? (Comment) content : null;
        ContentEntityObject container = below == null ? content : Objects.requireNonNull(below.getContainer());
        return wiki.comments().on(container).stream()
                .filter(comment -> all ? isBelow(comment, below) : isChild(comment, below))
                .toList();
    }

    private static boolean isChild(Comment comment, @Nullable Comment parent) {
        Comment above = comment.getParent();
        return parent == null ? above == null : above != null && above.getId() == parent.getId();
    }

    private static boolean isBelow(Comment comment, @Nullable Comment ancestor) {
        if (ancestor == null) {
            return true;
        }
        for (Comment above = comment.getParent(); above != null; above = above.getParent()) {
            if (above.getId() == ancestor.getId()) {
                return true;
            }
        }
        return false;
    }
}
