package org.incomingmail.dev.content.screens;

import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.user.ConfluenceUser;
import java.io.IOException;
import org.incomingmail.dev.content.wiki.Watches;
import org.incomingmail.dev.content.wiki.Wiki;
import org.incomingmail.dev.house.Host;

/** Starts or ends watching a page or a space. */
final class WatchScreen extends Screen {

    private static final long serialVersionUID = 1L;

    WatchScreen(Wiki wiki, Host host) {
        super(wiki, host);
    }

    @Override
    void answer(Visit visit) throws IOException {
        ConfluenceUser user = visit.user();
        if (user == null || !visit.isPost()) {
            throw Refusal.forbidden();
        }
        boolean watch = visit.text("watch").equals("true");
        Watches watches = visit.wiki().watches();
        if (visit.text("pageId").isEmpty()) {
            Space space = visit.space(visit.text("spaceKey"));
            if (watch) {
                watches.watch(user, space);
            } else {
                watches.unwatch(user, space);
            }
            visit.goTo("/display/" + space.getKey());
        } else {
            AbstractPage page = visit.pageOrPost("pageId");
            if (watch) {
                watches.watch(user, page);
            } else {
                watches.unwatch(user, page);
            }
            visit.goTo(page.getUrlPath());
        }
    }
}
