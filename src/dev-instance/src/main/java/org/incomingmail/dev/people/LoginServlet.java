package org.incomingmail.dev.people;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.SubmittedForm;

/** The login page. */
final class LoginServlet extends HttpServlet {
    /** Where the login form is sent. */
    static final String DO_LOGIN = "/dologin.action";

    private static final long serialVersionUID = 1L;

    private final transient Credentials credentials;
    private final transient LoginSession sessions;
    private final transient Pages pages;

    LoginServlet(Credentials credentials, LoginSession sessions, Pages pages) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.pages = pages;
    }

    /** Sends somebody anonymous to the login page, which sends them back here. */
    static void askToLogIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String back =
                LocalDestination.of(request).map(LocalDestination::asQuery).orElse("");
        response.sendRedirect(request.getContextPath() + LoginLinks.LOGIN + back);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, "", "");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var form = new SubmittedForm(request);
        String username = form.text("os_username");
        Optional<Account> account = credentials.check(username, form.secret("os_password"));
        if (account.isEmpty()) {
            response.setHeader("X-Seraph-LoginReason", "AUTHENTICATED_FAILED");
            show(request, response, username, "Sorry, your username and password are incorrect. Please try again.");
            return;
        }
        sessions.open(request, account.get());
        response.setHeader("X-Seraph-LoginReason", "OK");
        response.sendRedirect(request.getContextPath()
                + destination(request).map(LocalDestination::path).orElse("/"));
    }

    private void show(HttpServletRequest request, HttpServletResponse response, String username, String error)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        pages.render(
                request,
                response,
                "Dev.People.login",
                Map.of(
                        "username",
                        username,
                        "error",
                        error,
                        "loggedOut",
                        request.getParameter("logout") != null,
                        "destination",
                        destination(request).map(LocalDestination::path).orElse("")));
    }

    private static Optional<LocalDestination> destination(HttpServletRequest request) {
        return LocalDestination.parse(request.getParameter(LocalDestination.PARAMETER));
    }
}
