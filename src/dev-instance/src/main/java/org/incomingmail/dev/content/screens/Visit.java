package org.incomingmail.dev.content.screens;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.user.ConfluenceUser;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.content.wiki.Wiki;
import org.incomingmail.dev.house.Pages;
import org.jspecify.annotations.Nullable;

/** One request to the wiki: who asks for what, and the ways to answer. */
record Visit(Wiki wiki, Pages screens, HttpServletRequest request, HttpServletResponse response) {

    @Nullable
    ConfluenceUser user() {
        return wiki.people().current();
    }

    String text(String parameter) {
        return Objects.requireNonNullElse(request.getParameter(parameter), "").strip();
    }

    long number(String parameter) {
        try {
            return Long.parseLong(text(parameter));
        } catch (NumberFormatException e) {
            throw Refusal.notFound();
        }
    }

    /** The page a parameter names, if the user may see it. */
    Page page(String parameter) {
        return visible(wiki.pages().getPage(number(parameter)));
    }

    /** The page or blog post a parameter names, if the user may see it. */
    AbstractPage pageOrPost(String parameter) {
        return visible(wiki.pages().getAbstractPage(number(parameter)));
    }

    Space space(String key) {
        Space space = wiki.spaces().getSpace(key);
        if (space == null || !wiki.permissions().hasPermission(user(), Permission.VIEW, space)) {
            throw Refusal.notFound();
        }
        return space;
    }

    <T extends ContentEntityObject> T visible(@Nullable T content) {
        if (content == null || !wiki.permissions().hasPermission(user(), Permission.VIEW, content)) {
            throw Refusal.notFound();
        }
        return content;
    }

    boolean may(Permission permission, Object target) {
        return wiki.permissions().hasPermission(user(), permission, target);
    }

    boolean mayCreate(Object container, Class<?> type) {
        return wiki.permissions().hasCreatePermission(user(), container, type);
    }

    void demand(boolean allowed) {
        if (!allowed) {
            throw Refusal.forbidden();
        }
    }

    void show(String template, Map<String, Object> data) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        screens.render(request, response, template, data);
    }

    /** Sends the browser to a path below the context path. */
    void goTo(String path) throws IOException {
        response.sendRedirect(request.getContextPath() + path);
    }

    boolean isPost() {
        return request.getMethod().equals("POST");
    }
}
