package org.incomingmail.dev.content;

import com.atlassian.confluence.user.ConfluenceUser;
import java.util.ArrayList;
import java.util.List;
import org.incomingmail.dev.content.store.Grant;
import org.incomingmail.dev.content.store.Grant.Right;
import org.incomingmail.dev.content.wiki.Wiki;

/** What the wiki holds when it starts for the first time. */
final class DemoContent {

    private static final String USERS = "confluence-users";
    private static final String ADMINISTRATORS = "confluence-administrators";

    private final Wiki wiki;

    DemoContent(Wiki wiki) {
        this.wiki = wiki;
    }

    /** Makes the spaces DEMO, open to all users, and TEAM, where only administrators create pages. */
    void createOnce() {
        wiki.database().inTransaction(() -> {
            if (wiki.spaces().getAllSpaces().isEmpty()) {
                ConfluenceUser admin = wiki.people().byName("admin");
                wiki.spaces()
                        .create(
                                "DEMO",
                                "Demo Space",
                                admin,
                                grants(Right.VIEW, Right.CREATE_PAGE, Right.COMMENT, Right.ATTACH),
                                "Demo Space Home",
                                "<p>Welcome to the demo space. Everybody who can log in may write here.</p>"
                                        + "<p>This is the home page: new pages lie below it.</p>");
                wiki.spaces()
                        .create(
                                "TEAM",
                                "Team Space",
                                admin,
                                grants(Right.VIEW, Right.COMMENT),
                                "Team Space Home",
                                "<p>Everybody may read and comment here; only administrators create pages.</p>");
            }
            return true;
        });
    }

    private static List<Grant> grants(Right... ofUsers) {
        List<Grant> grants = new ArrayList<>();
        for (Right right : Right.values()) {
            grants.add(Grant.toGroup(right, ADMINISTRATORS));
        }
        for (Right right : ofUsers) {
            grants.add(Grant.toGroup(right, USERS));
        }
        return grants;
    }
}
