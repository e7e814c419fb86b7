package org.incomingmail.dev.content.screens;

import com.atlassian.confluence.pages.Page;
import java.io.IOException;
import org.incomingmail.dev.content.wiki.InvalidContentException;
import org.incomingmail.dev.content.wiki.Wiki;
import org.incomingmail.dev.house.Host;

/** Deletes a page after asking once more. */
final class RemovePageScreen extends Screen {

    private static final long serialVersionUID = 1L;

    RemovePageScreen(Wiki wiki, Host host) {
        super(wiki, host);
    }

    @Override
    void answer(Visit visit) throws IOException {
        Page page = visit.page("pageId");
        visit.demand(visit.wiki().permissions().mayRemove(visit.user(), page));
        if (!visit.isPost()) {
            visit.show("Dev.Wiki.remove", Frames.onPage(visit, page));
            return;
        }
        try {
            visit.wiki().pages().remove(page);
        } catch (InvalidContentException e) {
            throw Refusal.conflict(String.valueOf(e.getMessage()));
        }
        Page parent = page.getParent();
        visit.goTo(parent == null ? "/display/" + page.getSpaceKey() : parent.getUrlPath());
    }
}
