package org.incomingmail.dev.applinks.screens;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.applinks.links.LinkCheck;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.SubmittedForm;

/** A new client secret for a link; every consent stays. */
public final class RotateSecretScreen extends LinkScreen {
    public static final String PATH = "/admin/applinks/rotatesecret.action";
    private static final long serialVersionUID = 1L;

    public RotateSecretScreen(LinksModel model, Pages pages) {
        super(model, pages);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<OutgoingLink> link = link(request, response);
        if (link.isPresent()) {
            form(request, response, link.get(), "", Map.of());
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<OutgoingLink> link = link(request, response);
        if (link.isEmpty()) {
            return;
        }
        SubmittedForm form = new SubmittedForm(request);
        String secret = form.text("clientSecret");
        LinkCheck.secretError(secret).ifPresent(error -> form.reject("clientSecret", error));
        Optional<LocalDate> expires = date(form);
        if (!form.isAccepted()) {
            form(request, response, link.get(), form.text("secretExpires"), form.errors());
            return;
        }
        model.links().rotateSecret(link.get().id(), secret, expires.orElse(null));
        response.sendRedirect(
                address(request, ViewLinkScreen.PATH, "id", link.get().id(), "rotated", "true"));
    }

    private static Optional<LocalDate> date(SubmittedForm form) {
        try {
            return LinkCheck.dateOf(form.text("secretExpires"));
        } catch (DateTimeParseException e) {
            form.reject("secretExpires", "Enter a date as year-month-day, for example 2027-03-31.");
            return Optional.empty();
        }
    }

    private void form(
            HttpServletRequest request,
            HttpServletResponse response,
            OutgoingLink link,
            String secretExpires,
            Map<String, String> errors)
            throws IOException {
        show(
                request,
                response,
                "rotate",
                Map.of("link", model.view(link), "secretExpires", secretExpires, "errors", errors));
    }
}
