package org.incomingmail.dev.applinks.flow;

import com.atlassian.confluence.oauth2.OAuth2Exception;
import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Pages;

/** Where providers send the browser back to. Its address holds a code, so no page is shown here that could leak it. */
public final class CallbackServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient AuthorizationFlow flow;
    private final transient RedirectUrl redirectUrl;
    private final transient Pages pages;

    public CallbackServlet(AuthorizationFlow flow, RedirectUrl redirectUrl, Pages pages) {
        this.flow = flow;
        this.redirectUrl = redirectUrl;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        try {
            response.sendRedirect(flow.returned(request.getSession(), ProviderReply.of(request.getParameterMap())));
        } catch (OAuth2Exception e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            pages.render(
                    request,
                    response,
                    "Dev.AppLinks.lost",
                    Map.of(
                            "message",
                            String.valueOf(e.getMessage()),
                            "baseUrl",
                            redirectUrl.baseUrl().get()));
        }
    }
}
