package org.incomingmail.dev.content.screens;

import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.Comment;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.user.ConfluenceUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every screen inside a space shows: its name, page tree and tools. */
final class Frames {

    private Frames() {}

    static Map<String, Object> inSpace(Visit visit, Space space, @Nullable Page current) {
        Page home = space.getHomePage();
        Map<String, Object> data = new HashMap<>();
        data.put("space", Shown.space(space));
        data.put(
                "tree",
                new PageTree(
                                visit.wiki().pages().rows(space),
                                current == null ? 0 : current.getId(),
                                home == null ? null : home.getId())
                        .rows());
        data.put("mayAdminister", visit.may(Permission.ADMINISTER, space));
        data.put("mayCreatePage", visit.mayCreate(space, Page.class));
        data.put("createBelow", current == null ? "" : Long.toString(current.getId()));
        ConfluenceUser user = visit.user();
        data.put(
                "watchesSpace",
                user != null && visit.wiki().watches().watchers(space).contains(user));
        return data;
    }

    static Map<String, Object> onPage(Visit visit, AbstractPage page) {
        Space space = page.getSpace();
        if (space == null) {
            throw Refusal.notFound();
        }
        Map<String, Object> data = inSpace(visit, space, page instanceof Page ? (Page) page : null);
        Shown shown = new Shown(visit);
        data.put("page", shown.page(page));
        data.put("ancestors", page instanceof Page ? shown.ancestors((Page) page) : List.of());
        data.put("mayComment", visit.mayCreate(page, Comment.class));
        return data;
    }
}
