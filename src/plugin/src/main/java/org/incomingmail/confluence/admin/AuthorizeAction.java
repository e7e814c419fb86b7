package org.incomingmail.confluence.admin;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.confluence.authorization.Authorizing;
import org.incomingmail.confluence.authorization.Draft;
import org.incomingmail.confluence.settings.SystemAdministrators;
import org.incomingmail.engine.server.Authentication.Grant;
import org.incomingmail.engine.server.AuthenticationType;
import org.incomingmail.engine.server.Field;
import org.incomingmail.engine.server.FieldError;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServerInput;
import org.incomingmail.engine.server.MailboxKind;
import org.incomingmail.engine.server.OAuth2Clients;
import org.incomingmail.engine.server.ServerCode;

/** Authorize: sends the browser to the provider with everything typed kept, and takes it back to the same form. */
@Named
public class AuthorizeAction {
    private static final String PATH = "/plugins/servlet/incoming-mail/servers";

    private final ServerForm forms;
    private final FormPage page;
    private final Authorizing authorizing;
    private final OAuth2Clients clients;
    private final SystemAdministrators administrators;
    private final ApplicationProperties host;

    @Inject
    public AuthorizeAction(
            ServerForm forms,
            FormPage page,
            Authorizing authorizing,
            OAuth2Clients clients,
            SystemAdministrators administrators,
            @Named("salApplicationProperties") ApplicationProperties host) {
        this.forms = forms;
        this.page = page;
        this.authorizing = authorizing;
        this.clients = clients;
        this.administrators = administrators;
        this.host = host;
    }

    void begin(HttpServletRequest request, HttpServletResponse response, MailboxKind asked, Optional<MailServer> stored)
            throws IOException {
        MailboxKind kind = ServerForm.kind(asked, stored);
        Optional<Draft> before = forms.draft(request, stored);
        MailServerInput input = input(request, stored, before);
        if (!canBegin(input)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            page.show(request, response, refused(kind, stored, before, input));
            return;
        }
        Draft draft = new Draft(
                before.map(Draft::key).orElseGet(authorizing::newKey),
                administrators.user(request),
                stored.map(MailServer::id).orElse(MailServerId.UNSAVED),
                kind,
                SecureProtocol.in(input, kind).with(Field.GRANT, Grant.AUTHORIZATION_CODE.name()),
                authorizing.now(),
                new Draft.Outcome.Begun());
        String returnTo = host.getBaseUrl(UrlMode.CANONICAL) + PATH + "/authorized?draft=" + draft.key();
        Optional<String> provider = authorizing.begin(request.getSession(), draft, returnTo);
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(provider.orElseGet(() -> request.getContextPath() + form(draft)));
    }

    /** The browser is back. From here on it shows an address that may be bookmarked and reloaded. */
    void end(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String key = Optional.ofNullable(request.getParameter("draft")).orElse("");
        Optional<Draft> draft = authorizing.returned(request.getSession(), key, administrators.user(request));
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(
                request.getContextPath() + draft.map(AuthorizeAction::form).orElse(PATH + "?expired=true"));
    }

    /** What the administrator has typed and not submitted, for the list. */
    List<Map<String, Object>> unsubmitted(HttpServletRequest request) {
        return authorizing.drafts(administrators.user(request)).stream()
                .map(AuthorizeAction::shown)
                .toList();
    }

    private static Map<String, Object> shown(Draft draft) {
        return Map.of(
                "key",
                draft.key(),
                "name",
                draft.input()
                        .value(Field.NAME)
                        .or(() -> draft.input().value(Field.TO_ADDRESS))
                        .orElse(""),
                "authorized",
                draft.outcome() instanceof Draft.Outcome.Authorized,
                "server",
                server(draft),
                "type",
                type(draft),
                "touched",
                Moments.of(draft.touched()));
    }

    void discard(HttpServletRequest request) {
        Optional.ofNullable(request.getParameter("draft"))
                .flatMap(key -> authorizing.draft(key, administrators.user(request)))
                .ifPresent(authorizing::discard);
    }

    private static String form(Draft draft) {
        return PATH + "/" + server(draft) + "?type=" + type(draft) + "&draft=" + draft.key();
    }

    private static String server(Draft draft) {
        return draft.server().equals(MailServerId.UNSAVED)
                ? "new"
                : draft.server().toString();
    }

    private static String type(Draft draft) {
        return draft.kind() == MailboxKind.POP ? "pop" : "imap";
    }

    /** What was typed; from the list, where nothing is typed, what is stored. */
    private static MailServerInput input(
            HttpServletRequest request, Optional<MailServer> stored, Optional<Draft> before) {
        if (stored.isPresent() && !FormInput.sent(request)) {
            return FormValues.input(FormValues.of(stored.get()));
        }
        MailServerInput input = FormInput.read(request);
        Optional<String> typedBefore = before.flatMap(draft -> draft.input().password());
        return input.password().isEmpty() && typedBefore.isPresent()
                ? input.with(Field.PASSWORD, typedBefore.get())
                : input;
    }

    private boolean canBegin(MailServerInput input) {
        return input.value(Field.AUTHENTICATION)
                        .filter(AuthenticationType.OAUTH2.name()::equals)
                        .isPresent()
                && input.value(Field.CLIENT)
                        .filter(id -> clients.all().stream()
                                .anyMatch(client -> client.id().equals(id)))
                        .isPresent();
    }

    private static FormState refused(
            MailboxKind kind, Optional<MailServer> stored, Optional<Draft> draft, MailServerInput input) {
        return new FormState(kind, stored, draft, FormValues.typed(input), List.of())
                .with(List.of(new FieldError(Field.AUTHENTICATION, ServerCode.OAUTH_CHOOSE, List.of())));
    }
}
