package org.incomingmail.dev.applinks.screens;

import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.SubmittedForm;

/** Application links: every outgoing link, and reminders about client secrets. */
public final class LinkListScreen extends LinkScreen {
    public static final String PATH = "/admin/applinks/listapplicationlinks.action";
    public static final String DOCUMENTED_PATH = "/plugins/servlet/applinks/listApplicationLinks";
    private static final long serialVersionUID = 1L;

    public LinkListScreen(LinksModel model, Pages pages) {
        super(model, pages);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(
                request,
                response,
                "list",
                Map.of("links", model.views(), "removed", new SubmittedForm(request).text("removed")));
    }
}
