package org.incomingmail.confluence.admin;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.confluence.authorization.Authorizing;
import org.incomingmail.confluence.authorization.Draft;
import org.incomingmail.confluence.settings.ServerSettings;
import org.incomingmail.confluence.settings.SystemAdministrators;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServerInput;
import org.incomingmail.engine.server.MailboxKind;
import org.incomingmail.engine.server.Validated;

/** The form of one mail server. */
@Named
public class ServerForm {
    private final FormPage page;
    private final ServerSettings settings;
    private final Authorizing authorizing;
    private final SystemAdministrators administrators;

    @Inject
    public ServerForm(
            FormPage page, ServerSettings settings, Authorizing authorizing, SystemAdministrators administrators) {
        this.page = page;
        this.settings = settings;
        this.authorizing = authorizing;
        this.administrators = administrators;
    }

    /** With what was typed before, where the request names a draft. */
    void open(HttpServletRequest request, HttpServletResponse response, MailboxKind kind, Optional<MailServer> stored)
            throws IOException {
        FormState form = draft(request, stored)
                .map(draft -> FormState.of(draft, stored))
                .or(() -> stored.map(FormState::of))
                .orElseGet(() -> page.fresh(kind));
        page.show(request, response, form);
    }

    /** Saves, or shows the form again with its errors and everything that was typed but the password. */
    Optional<MailServer> submitted(
            HttpServletRequest request, HttpServletResponse response, MailboxKind kind, Optional<MailServer> stored)
            throws IOException {
        MailServerInput input = FormInput.read(request);
        Optional<Draft> draft = draft(request, stored);
        Validated validated = settings.check(input, stored, draft);
        if (validated instanceof Validated.Valid valid) {
            MailServer saved = settings.save(valid);
            draft.ifPresent(authorizing::discard);
            return Optional.of(saved);
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        FormState form = new FormState(kind(kind, stored), stored, draft, FormValues.typed(input), List.of());
        page.show(request, response, form.with(((Validated.Invalid) validated).errors()));
        return Optional.empty();
    }

    /** What the request's draft is, if it is the administrator's own and of this very server. */
    Optional<Draft> draft(HttpServletRequest request, Optional<MailServer> stored) {
        MailServerId id = stored.map(MailServer::id).orElse(MailServerId.UNSAVED);
        return Optional.ofNullable(request.getParameter("draft"))
                .flatMap(key -> authorizing.draft(key, administrators.user(request)))
                .filter(draft -> draft.server().equals(id));
    }

    static MailboxKind kind(MailboxKind otherwise, Optional<MailServer> stored) {
        return stored.map(server -> MailboxKind.of(server.endpoint().protocol()))
                .orElse(otherwise);
    }
}
