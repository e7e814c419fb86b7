package org.incomingmail.dev.content.screens;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.pages.Attachment;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.user.ConfluenceUser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.incomingmail.dev.content.markup.Addresses;
import org.incomingmail.dev.content.wiki.Spaces;
import org.incomingmail.dev.content.wiki.Wiki;
import org.jspecify.annotations.Nullable;

/**
 * Where the things that a body names are found, as far as a reader may see them.
 *
 * @param base base URL or context path, before every path
 * @param shown the page or comment whose body it is
 */
public record Links(Wiki wiki, @Nullable ConfluenceUser reader, String base, ContentEntityObject shown)
        implements Addresses {

    @Override
    public String attachment(String fileName) {
        Attachment found = wiki.attachments().getAttachment(shown, fileName);
        return found == null ? "" : base + found.getUrlPath();
    }

    @Override
    public String attachment(String spaceKey, String pageTitle, String fileName) {
        Page page = visible(spaceKey, pageTitle);
        Attachment found = page == null ? null : wiki.attachments().getAttachment(page, fileName);
        return found == null ? "" : base + found.getUrlPath();
    }

    @Override
    public String page(String spaceKey, String title) {
        Page page = visible(spaceKey, title);
        return page == null ? "" : base + page.getUrlPath();
    }

    @Override
    public String userName(String userKey) {
        ConfluenceUser user = wiki.people().byKey(userKey);
        return user == null ? "Unknown user" : "@" + user.getFullName();
    }

    /** Path of a page by its space and title, as people write it. */
    public static String display(String spaceKey, String title) {
        return "/display/" + encode(spaceKey) + "/" + encode(title).replace("%20", "+");
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private @Nullable Page visible(String spaceKey, String title) {
        Space space = Spaces.of(shown);
        String key = spaceKey.isEmpty() && space != null ? space.getKey() : spaceKey;
        Page page = wiki.pages().getPage(key, title);
        return page != null && wiki.permissions().hasPermission(reader, Permission.VIEW, page) ? page : null;
    }
}
