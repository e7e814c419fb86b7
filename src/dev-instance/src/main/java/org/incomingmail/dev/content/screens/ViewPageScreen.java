package org.incomingmail.dev.content.screens;

import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.user.ConfluenceUser;
import java.io.IOException;
import java.util.Map;
import org.incomingmail.dev.content.wiki.Wiki;
import org.incomingmail.dev.house.Host;

/** One page with its attachments and comments. */
final class ViewPageScreen extends Screen {

    private static final long serialVersionUID = 1L;

    ViewPageScreen(Wiki wiki, Host host) {
        super(wiki, host);
    }

    @Override
    void answer(Visit visit) throws IOException {
        if (visit.text("pageId").isEmpty()) {
            visit.goTo(Links.display(visit.text("spaceKey"), visit.text("title")));
            return;
        }
        show(visit, visit.pageOrPost("pageId"));
    }

    static void show(Visit visit, AbstractPage page) throws IOException {
        ConfluenceUser user = visit.user();
        Map<String, Object> data = Frames.onPage(visit, page);
        Shown shown = new Shown(visit);
        String focused = visit.text("focusedCommentId");
        data.put("attachments", shown.attachments(page));
        data.put("comments", shown.thread(page, focused.matches("\\d{1,18}") ? Long.parseLong(focused) : 0));
        data.put("replyTo", visit.text("replyToComment"));
        data.put("mayRemove", visit.wiki().permissions().mayRemove(user, page));
        data.put(
                "watches", user != null && visit.wiki().watches().watchers(page).contains(user));
        visit.show("Dev.Wiki.page", data);
    }
}
