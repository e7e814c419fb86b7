package org.incomingmail.dev.applinks.screens;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.house.Pages;

/** Asks before a link goes, and says what goes with it. */
public final class RemoveLinkScreen extends LinkScreen {
    public static final String PATH = "/admin/applinks/removelink.action";
    private static final long serialVersionUID = 1L;

    public RemoveLinkScreen(LinksModel model, Pages pages) {
        super(model, pages);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<OutgoingLink> link = link(request, response);
        if (link.isPresent()) {
            show(request, response, "remove", Map.of("link", model.view(link.get())));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<OutgoingLink> link = link(request, response);
        if (link.isPresent()) {
            model.links().remove(link.get().id());
            response.sendRedirect(
                    address(request, LinkListScreen.PATH, "removed", link.get().name()));
        }
    }
}
