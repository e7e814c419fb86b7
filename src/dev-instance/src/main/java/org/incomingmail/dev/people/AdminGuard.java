package org.incomingmail.dev.people;

import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpFilter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Pages;

/** Lets only system administrators with a secure session into the instance's own admin screens. */
final class AdminGuard extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient UserManager users;
    private final transient SecureSessions sessions;
    private final transient Pages pages;

    AdminGuard(UserManager users, SecureSessions sessions, Pages pages) {
        this.users = users;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Authentication> authentication = Authentication.of(request);
        if (authentication.isEmpty()) {
            LoginServlet.askToLogIn(request, response);
            return;
        }
        if (!users.isSystemAdmin(authentication.get().account().key())) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            pages.render(request, response, "Dev.People.forbidden", Map.of());
            return;
        }
        try {
            sessions.willExecuteWebSudoRequest(request);
        } catch (WebSudoSessionException e) {
            sessions.enforceWebSudoProtection(request, response);
            return;
        }
        // what administrators see must not come back from a cache after they dropped access
        response.setHeader("Cache-Control", "no-store");
        chain.doFilter(request, response);
    }
}
