package org.incomingmail.dev.content.screens;

import com.atlassian.sal.api.auth.LoginUriProvider;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.content.wiki.Wiki;
import org.incomingmail.dev.house.Host;

/** A screen of the wiki; refusals become readable pages, and visitors without a login are asked to log in. */
abstract class Screen extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private final transient Wiki wiki;
    private final transient Host host;

    Screen(Wiki wiki, Host host) {
        this.wiki = wiki;
        this.host = host;
    }

    abstract void answer(Visit visit) throws IOException, ServletException;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Visit visit = new Visit(wiki, host.pages(), request, response);
        try {
            answer(visit);
        } catch (Refusal refusal) {
            if (visit.user() == null) {
                askToLogIn(request, response);
            } else {
                response.setStatus(refusal.status());
                visit.show(
                        "Dev.Wiki.refusal",
                        Map.of("heading", refusal.heading(), "message", String.valueOf(refusal.getMessage())));
            }
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        doGet(request, response);
    }

    private void askToLogIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = request.getQueryString() == null || request.getMethod().equals("POST")
                ? ""
                : "?" + request.getQueryString();
        URI here = URI.create(request.getRequestURI()
                + query.replace("|", "%7C").replace("{", "%7B").replace("}", "%7D"));
        response.sendRedirect(
                host.services().get(LoginUriProvider.class).getLoginUri(here).toString());
    }
}
