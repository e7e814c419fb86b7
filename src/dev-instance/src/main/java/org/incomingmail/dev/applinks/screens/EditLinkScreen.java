package org.incomingmail.dev.applinks.screens;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.applinks.links.LinkCheck;
import org.incomingmail.dev.applinks.links.LinkInput;
import org.incomingmail.dev.applinks.links.MicrosoftCloud;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.applinks.links.ProviderType;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.SubmittedForm;

/** The form of an outgoing link, new or existing. */
public final class EditLinkScreen extends LinkScreen {
    public static final String PATH = "/admin/applinks/outgoing.action";
    private static final long serialVersionUID = 1L;

    public EditLinkScreen(LinksModel model, Pages pages) {
        super(model, pages);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getParameter("id") != null) {
            Optional<OutgoingLink> link = link(request, response);
            if (link.isPresent()) {
                form(request, response, LinkInput.of(link.get()), link, Map.of());
            }
            return;
        }
        Optional<ProviderType> type = Arrays.stream(ProviderType.values())
                .filter(each -> each.name().equals(request.getParameter("provider")))
                .findFirst();
        if (type.isEmpty() || !model.redirectUrl().isUsable()) {
            response.sendRedirect(address(request, CreateLinkScreen.PATH));
            return;
        }
        form(request, response, LinkInput.prefilled(type.get()), Optional.empty(), Map.of());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<OutgoingLink> before = Optional.empty();
        if (request.getParameter("id") != null) {
            before = link(request, response);
            if (before.isEmpty()) {
                return;
            }
        } else if (!model.redirectUrl().isUsable()) {
            response.sendRedirect(address(request, CreateLinkScreen.PATH));
            return;
        }
        LinkInput input = typed(new SubmittedForm(request), before);
        LinkCheck check = new LinkCheck(
                input,
                model.links().all(),
                before.orElse(null),
                model.redirectUrl().https());
        Optional<OutgoingLink> link = check.link();
        if (link.isEmpty()) {
            form(request, response, input, before, check.errors());
            return;
        }
        model.links().save(link.get(), input.clientSecret());
        response.sendRedirect(
                address(request, ViewLinkScreen.PATH, "id", link.get().id(), "saved", "true"));
    }

    private static LinkInput typed(SubmittedForm form, Optional<OutgoingLink> before) {
        return new LinkInput(
                before.map(link -> link.type().name()).orElseGet(() -> form.text("provider")),
                form.text("name"),
                form.text("description"),
                form.text("cloud"),
                form.text("tenant"),
                form.text("clientId"),
                form.text("clientSecret"),
                form.text("secretExpires"),
                form.text("scopes"),
                form.text("authorizationEndpoint"),
                form.text("tokenEndpoint"),
                form.text("issuer"));
    }

    private void form(
            HttpServletRequest request,
            HttpServletResponse response,
            LinkInput input,
            Optional<OutgoingLink> before,
            Map<String, String> errors)
            throws IOException {
        List<Map<String, Object>> clouds = Arrays.stream(MicrosoftCloud.values())
                .map(cloud -> Map.<String, Object>of(
                        "name", cloud.name(),
                        "label", cloud.label(),
                        "signIn", cloud.signIn(),
                        "scopes", String.join("\n", cloud.scopes())))
                .toList();
        show(
                request,
                response,
                "form",
                Map.of(
                        "id", before.map(OutgoingLink::id).orElse(""),
                        "title", before.map(OutgoingLink::name).orElse(""),
                        "fields", FormFields.of(input),
                        "clouds", clouds,
                        "errors", errors));
    }
}
