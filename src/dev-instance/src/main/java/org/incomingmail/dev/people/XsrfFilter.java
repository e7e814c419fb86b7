package org.incomingmail.dev.people;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.servlet.DispatcherType;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpFilter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Pages;
import org.jspecify.annotations.Nullable;

/** Refuses forms which another site sent in the name of a user. App servlets check for themselves, as in the host. */
final class XsrfFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** The content types a form of another site can send without asking (the CORS "simple" requests). */
    private static final List<String> FORM_TYPES =
            List.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

    private final transient SessionXsrfTokens tokens;
    private final transient Pages pages;

    XsrfFilter(SessionXsrfTokens tokens, Pages pages) {
        this.tokens = tokens;
        this.pages = pages;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        boolean checked = request.getDispatcherType() != DispatcherType.REQUEST;
        if (checked
                || READING.contains(request.getMethod())
                || sentItsPassword(request)
                || path.startsWith("/plugins/")) {
            chain.doFilter(request, response);
        } else if (path.startsWith("/rest/")) {
            filterRest(request, response, chain);
        } else if (isLogin(path) ? !isFromAnotherSite(request) : isOwnForm(request)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            pages.render(request, response, "Dev.People.xsrf", Map.of());
        }
    }

    private static void filterRest(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isFromAnotherSite(request) || (isForm(request) && !saysNoCheck(request))) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().print("XSRF check failed");
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isOwnForm(HttpServletRequest request) {
        return !isFromAnotherSite(request) && (saysNoCheck(request) || tokens.validateFormEncodedToken(request));
    }

    /** Scripts log in without a token, as in the host. */
    private static boolean isLogin(String path) {
        return path.equals(LoginLinks.LOGIN) || path.equals(LoginServlet.DO_LOGIN);
    }

    private static boolean sentItsPassword(HttpServletRequest request) {
        return Authentication.of(request)
                .map(found -> found.means() == Authentication.Means.BASIC)
                .orElse(false);
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || FORM_TYPES.stream().anyMatch(type.toLowerCase(Locale.ROOT)::startsWith);
    }

    /** Another site cannot add a header without this one's consent. */
    private static boolean saysNoCheck(HttpServletRequest request) {
        String header = request.getHeader("X-Atlassian-Token");
        return "no-check".equals(header) || "nocheck".equals(header);
    }

    private static boolean isFromAnotherSite(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null && !authority(origin).equalsIgnoreCase(String.valueOf(request.getHeader("Host")));
    }

    private static String authority(String origin) {
        try {
            @Nullable String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
