package org.incomingmail.dev.people;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Ends a secure administrator session; the user stays logged in. */
final class DropAuthenticationServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient SecureSessions sessions;

    DropAuthenticationServlet(SecureSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        sessions.drop(request);
        response.sendRedirect(request.getContextPath() + "/");
    }
}
