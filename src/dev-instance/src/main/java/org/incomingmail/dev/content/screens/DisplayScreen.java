package org.incomingmail.dev.content.screens;

import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.spaces.Space;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.incomingmail.dev.content.wiki.Wiki;
import org.incomingmail.dev.house.Host;

/** /display/KEY and /display/KEY/Title. */
final class DisplayScreen extends Screen {

    private static final long serialVersionUID = 1L;

    DisplayScreen(Wiki wiki, Host host) {
        super(wiki, host);
    }

    @Override
    void answer(Visit visit) throws IOException {
        // undecoded, because titles write a blank as a plus
        String path = visit.request()
                .getRequestURI()
                .substring(visit.request().getContextPath().length());
        String[] parts = path.split("/", 4);
        if (parts.length < 3 || parts[2].isEmpty()) {
            visit.goTo("/dashboard.action");
            return;
        }
        Space space = visit.space(decode(parts[2]));
        boolean titled = parts.length == 4 && !parts[3].isEmpty();
        Page page = titled ? visit.wiki().pages().getPage(space.getKey(), decode(parts[3])) : space.getHomePage();
        ViewPageScreen.show(visit, visit.visible(page));
    }

    private static String decode(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
