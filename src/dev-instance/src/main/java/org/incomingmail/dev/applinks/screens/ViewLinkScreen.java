package org.incomingmail.dev.applinks.screens;

import com.atlassian.confluence.oauth2.OAuth2Exception;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.applinks.tokens.Holder;
import org.incomingmail.dev.applinks.tokens.StoredToken;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.SubmittedForm;

/** One outgoing link: what it is, who consented, and buttons to try it. */
public final class ViewLinkScreen extends LinkScreen {
    public static final String PATH = "/admin/applinks/viewlink.action";
    private static final long serialVersionUID = 1L;

    public ViewLinkScreen(LinksModel model, Pages pages) {
        super(model, pages);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<OutgoingLink> link = link(request, response);
        if (link.isEmpty()) {
            return;
        }
        String flowId = new SubmittedForm(request).text("flow");
        if (flowId.isEmpty()) {
            page(request, response, link.get(), Map.of());
            return;
        }
        try {
            authorized(link.get(), model.flow().complete(request.getSession(), flowId, Holder.LINK));
            response.sendRedirect(address(request, PATH, "id", link.get().id(), "authorized", "true"));
        } catch (OAuth2Exception e) {
            page(request, response, link.get(), Map.of("refused", String.valueOf(e.getMessage())));
        }
    }

    /** The link has one consent of its own: the newest. */
    private void authorized(OutgoingLink link, String tokenId) {
        model.tokens().ofLink(link.id()).stream()
                .filter(token -> token.holder() == Holder.LINK && !token.id().equals(tokenId))
                .forEach(token -> model.tokens().remove(token.id()));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<OutgoingLink> link = link(request, response);
        if (link.isEmpty()) {
            return;
        }
        SubmittedForm form = new SubmittedForm(request);
        switch (form.text("action")) {
            case "test" -> page(request, response, link.get(), Map.of("findings", test(link.get())));
            case "authorize" -> authorize(request, response, link.get());
            case "forget" -> {
                forget(link.get(), form.text("token"));
                response.sendRedirect(address(request, PATH, "id", link.get().id(), "forgotten", "true"));
            }
            default -> response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private List<?> test(OutgoingLink link) {
        return model.probe()
                .test(
                        link,
                        model.links().secret(link.id()).orElse(""),
                        model.redirectUrl().get());
    }

    private void authorize(HttpServletRequest request, HttpServletResponse response, OutgoingLink link)
            throws IOException {
        if (!model.redirectUrl().isUsable()) {
            page(request, response, link, Map.of("refused", "OAuth 2.0 needs a base URL with HTTPS."));
            return;
        }
        response.sendRedirect(model.flow()
                .initialiseOAuth2Flow(
                        request.getSession(),
                        link.id(),
                        flowId -> address(request, PATH, "id", link.id(), "flow", flowId))
                .getRedirectUrl());
    }

    private void forget(OutgoingLink link, String tokenId) {
        model.tokens().ofLink(link.id()).stream()
                .map(StoredToken::id)
                .filter(tokenId::equals)
                .forEach(model.tokens()::remove);
    }

    private void page(
            HttpServletRequest request, HttpServletResponse response, OutgoingLink link, Map<String, Object> result)
            throws IOException {
        SubmittedForm form = new SubmittedForm(request);
        Map<String, Object> data = new HashMap<>(Map.of(
                "link", model.view(link),
                "findings", List.of(),
                "refused", "",
                "saved", form.isChecked("saved"),
                "rotated", form.isChecked("rotated"),
                "forgotten", form.isChecked("forgotten"),
                "authorized", form.isChecked("authorized")));
        data.putAll(result);
        show(request, response, "view", data);
    }
}
