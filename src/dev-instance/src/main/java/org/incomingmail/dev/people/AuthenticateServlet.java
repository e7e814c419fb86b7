package org.incomingmail.dev.people;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.SubmittedForm;

/** Asks administrators for their password once more before they administer. */
final class AuthenticateServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Credentials credentials;
    private final transient SecureSessions sessions;
    private final transient Pages pages;

    AuthenticateServlet(Credentials credentials, SecureSessions sessions, Pages pages) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Authentication.of(request).isEmpty()) {
            LoginServlet.askToLogIn(request, response);
        } else if (sessions.canExecuteRequest(request)) {
            goOn(request, response);
        } else {
            show(request, response, "");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Authentication> authentication = Authentication.of(request);
        if (authentication.isEmpty()) {
            LoginServlet.askToLogIn(request, response);
            return;
        }
        String username = authentication.get().account().username();
        String password = new SubmittedForm(request).secret("password");
        if (credentials.check(username, password).isEmpty()) {
            show(request, response, "The password is incorrect. Please try again.");
            return;
        }
        sessions.start(request);
        goOn(request, response);
    }

    private void show(HttpServletRequest request, HttpServletResponse response, String error) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        String username = Authentication.of(request)
                .map(found -> found.account().username())
                .orElse("");
        pages.render(
                request,
                response,
                "Dev.People.authenticate",
                Map.of(
                        "username", username,
                        "error", error,
                        "destination",
                                destination(request).map(LocalDestination::path).orElse("")));
    }

    private static void goOn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath()
                + destination(request).map(LocalDestination::path).orElse("/"));
    }

    private static Optional<LocalDestination> destination(HttpServletRequest request) {
        return LocalDestination.parse(request.getParameter(LocalDestination.PARAMETER));
    }
}
