package org.incomingmail.dev.people;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Ends the session. */
final class LogoutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient LoginSession sessions;

    LogoutServlet(LoginSession sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        sessions.close(request);
        response.sendRedirect(request.getContextPath() + LoginLinks.LOGIN + "?logout=true");
    }
}
