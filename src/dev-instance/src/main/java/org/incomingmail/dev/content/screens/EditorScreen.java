package org.incomingmail.dev.content.screens;

import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.spaces.Space;
import java.io.IOException;
import java.util.Map;
import org.incomingmail.dev.content.markup.StorageFormatException;
import org.incomingmail.dev.content.wiki.DuplicateTitleException;
import org.incomingmail.dev.content.wiki.InvalidContentException;
import org.incomingmail.dev.content.wiki.StaleContentException;
import org.incomingmail.dev.content.wiki.Wiki;
import org.incomingmail.dev.house.Host;
import org.jspecify.annotations.Nullable;

/** Writes a page in storage format: a new one, or a new version of one. What was typed survives every refusal. */
final class EditorScreen extends Screen {

    private static final long serialVersionUID = 1L;
    private final boolean creates;

    EditorScreen(Wiki wiki, Host host, boolean creates) {
        super(wiki, host);
        this.creates = creates;
    }

    @Override
    void answer(Visit visit) throws IOException {
        Page page = creates ? blank(visit) : visit.page("pageId");
        if (creates) {
            visit.demand(visit.mayCreate(space(page), Page.class));
        } else {
            visit.demand(visit.may(Permission.EDIT, page));
        }
        if (visit.isPost()) {
            save(visit, page);
        } else {
            show(visit, page, "");
        }
    }

    private static Page blank(Visit visit) {
        Page page = new Page();
        Space space = visit.space(visit.text("spaceKey"));
        page.setSpace(space);
        Page parent = visit.text("fromPageId").isEmpty() ? space.getHomePage() : visit.page("fromPageId");
        if (parent != null) {
            parent.addChild(page);
        }
        return page;
    }

    private void save(Visit visit, Page page) throws IOException {
        page.setTitle(visit.text("title"));
        page.setBodyAsString(visit.text("body"));
        if (!creates) {
            // the version the writer has seen, so that nobody else's change is lost
            page.setVersion((int) visit.number("version"));
        }
        try {
            visit.wiki().pages().saveContentEntity(page, null);
            visit.goTo(page.getUrlPath());
        } catch (DuplicateTitleException | InvalidContentException | StorageFormatException | StaleContentException e) {
            visit.response().setStatus(400);
            show(visit, page, String.valueOf(e.getMessage()));
        }
    }

    private void show(Visit visit, Page page, String error) throws IOException {
        Page parent = page.getParent();
        Map<String, Object> data = Frames.inSpace(visit, space(page), creates ? parent : page);
        data.put("creates", creates);
        data.put("pageId", Long.toString(page.getId()));
        data.put("fromPageId", id(parent));
        data.put("version", page.getVersion());
        data.put("title", page.getTitle());
        data.put("text", page.getBodyAsString());
        data.put("error", error);
        data.put("cancel", creates ? parent == null ? "/dashboard.action" : parent.getUrlPath() : page.getUrlPath());
        visit.show("Dev.Wiki.editor", data);
    }

    private static String id(@Nullable Page page) {
        return page == null ? "" : Long.toString(page.getId());
    }

    private static Space space(Page page) {
        Space space = page.getSpace();
        if (space == null) {
            throw Refusal.notFound();
        }
        return space;
    }
}
