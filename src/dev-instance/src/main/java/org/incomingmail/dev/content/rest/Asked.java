package org.incomingmail.dev.content.rest;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.user.ConfluenceUser;
import java.util.function.Supplier;
import org.incomingmail.dev.content.markup.StorageFormatException;
import org.incomingmail.dev.content.wiki.DuplicateTitleException;
import org.incomingmail.dev.content.wiki.InvalidContentException;
import org.incomingmail.dev.content.wiki.StaleContentException;
import org.incomingmail.dev.content.wiki.Wiki;
import org.jspecify.annotations.Nullable;

/** What a request is about, if its user may see it. Hidden and missing look the same. */
record Asked(Wiki wiki) {

    @Nullable
    ConfluenceUser user() {
        return wiki.people().current();
    }

    ContentEntityObject content(@Nullable String id) {
        ContentEntityObject content =
                id != null && id.matches("\\d{1,18}") ? wiki.pages().getById(Long.parseLong(id)) : null;
        if (content == null || !wiki.permissions().hasPermission(user(), Permission.VIEW, content)) {
            throw Refused.notFound("No content found with id: ContentId{id=" + id + "}");
        }
        return content;
    }

    Space space(@Nullable String key) {
        Space space = key == null ? null : wiki.spaces().getSpace(key);
        if (space == null || !wiki.permissions().hasPermission(user(), Permission.VIEW, space)) {
            throw Refused.notFound("No space found with key : " + key);
        }
        return space;
    }

    void demandCreate(Object container, Class<?> type, String what) {
        if (!wiki.permissions().hasCreatePermission(user(), container, type)) {
            throw Refused.forbidden("Could not create content with type " + what);
        }
    }

    /** Stores, or says in the host's way what is wrong. */
    <T> T stored(Supplier<T> work) {
        try {
            return wiki.database().inTransaction(work);
        } catch (DuplicateTitleException | InvalidContentException | StorageFormatException e) {
            throw Refused.badRequest(String.valueOf(e.getMessage()));
        } catch (StaleContentException e) {
            throw Refused.conflict(String.valueOf(e.getMessage()));
        }
    }
}
