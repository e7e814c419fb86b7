package org.incomingmail.dev.content.screens;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.pages.Comment;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.spaces.Space;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.incomingmail.dev.content.store.ContentRow;
import org.incomingmail.dev.content.wiki.Spaces;
import org.incomingmail.dev.content.wiki.Wiki;
import org.incomingmail.dev.house.Host;

/** The first screen: spaces, and what happened last. */
final class DashboardScreen extends Screen {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    DashboardScreen(Wiki wiki, Host host) {
        super(wiki, host);
    }

    @Override
    void answer(Visit visit) throws IOException {
        List<Space> spaces = visit.wiki().spaces().getAllSpaces().stream()
                .filter(space -> visit.may(Permission.VIEW, space))
                .toList();
        if (spaces.isEmpty() && visit.user() == null) {
            throw Refusal.forbidden();
        }
        visit.show(
                "Dev.Wiki.dashboard",
                Map.of("spaces", spaces.stream().map(Shown::space).toList(), "recent", recent(visit)));
    }

    private static List<Map<String, Object>> recent(Visit visit) {
        List<Map<String, Object>> recent = new ArrayList<>();
        for (ContentRow row : visit.wiki().table().recent(5 * SHOWN)) {
            ContentEntityObject content = visit.wiki().pages().getById(row.id());
            Space space = Spaces.of(content);
            if (content != null && space != null && recent.size() < SHOWN && visit.may(Permission.VIEW, content)) {
                recent.add(Map.of(
                        "title", title(content),
                        "comment", content instanceof Comment,
                        "link", content.getUrlPath(),
                        "space", Shown.space(space),
                        "author", Shown.author(visit.wiki().people().byKey(row.modifier())),
                        "when", new Shown(visit).date(content.getLastModificationDate())));
            }
        }
        return recent;
    }

    private static String title(ContentEntityObject content) {
        return content instanceof Comment
                ? "Re: "
                        + Objects.requireNonNull(((Comment) content).getContainer())
                                .getTitle()
                : content.getTitle();
    }
}
