package org.incomingmail.confluence.admin;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.websudo.WebSudoManager;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.confluence.settings.SystemAdministrators;

/** A screen that only system administrators get to see. */
abstract class AdminServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    final transient Screens screens;
    private final transient Door door;

    AdminServlet(Screens screens, Door door) {
        this.screens = screens;
        this.door = door;
    }

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!door.opens(request, response, screens)) {
            return;
        }
        if (request.getMethod().equals("POST") && !screens.hasValidToken(request)) {
            refuse(request, response, HttpServletResponse.SC_FORBIDDEN, "xsrf");
            return;
        }
        super.service(request, response);
    }

    final void refuse(HttpServletRequest request, HttpServletResponse response, int status, String reason)
            throws IOException {
        response.setStatus(status);
        screens.render(
                request,
                response,
                "Refusal.page",
                Map.of(
                        "title",
                        screens.text("refusal." + reason + ".title"),
                        "text",
                        screens.text("refusal." + reason)));
    }

    /** Sends to the login, to the secure session, or away. */
    record Door(SystemAdministrators administrators, LoginUriProvider login, WebSudoManager secureSessions) {

        boolean opens(HttpServletRequest request, HttpServletResponse response, Screens screens) throws IOException {
            switch (administrators.access(request)) {
                case ANONYMOUS ->
                    response.sendRedirect(login.getLoginUri(address(request)).toString());
                case NO_SYSTEM_ADMINISTRATOR -> {
                    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
                    screens.render(
                            request,
                            response,
                            "Refusal.page",
                            Map.of(
                                    "title", screens.text("refusal.permission.title"),
                                    "text", screens.text("refusal.permission")));
                }
                case SECURE_SESSION_NEEDED -> secureSessions.enforceWebSudoProtection(request, response);
                case GRANTED -> {
                    if (request.getHeader("Authorization") == null) {
                        // tells the host that the administrator is still at work
                        secureSessions.willExecuteWebSudoRequest(request);
                    }
                    return true;
                }
            }
            return false;
        }

        private static URI address(HttpServletRequest request) {
            String query = request.getQueryString();
            return URI.create(request.getRequestURL() + (query == null ? "" : "?" + query));
        }
    }
}
