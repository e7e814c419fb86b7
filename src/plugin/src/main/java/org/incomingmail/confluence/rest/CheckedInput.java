package org.incomingmail.confluence.rest;

import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import org.incomingmail.confluence.authorization.Authorizing;
import org.incomingmail.confluence.authorization.Draft;
import org.incomingmail.confluence.settings.ServerSettings;
import org.incomingmail.confluence.settings.SystemAdministrators;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.Validated;
import org.jspecify.annotations.Nullable;

/** Reads and checks a mail server that was sent, with what the form's draft knows besides. */
@Named
public class CheckedInput {
    private final Gate gate;
    private final ServerSettings settings;
    private final Authorizing authorizing;
    private final SystemAdministrators administrators;

    @Inject
    public CheckedInput(
            Gate gate, ServerSettings settings, Authorizing authorizing, SystemAdministrators administrators) {
        this.gate = gate;
        this.settings = settings;
        this.authorizing = authorizing;
        this.administrators = administrators;
    }

    /** The administrator's own draft of this very server, where the request names one. */
    Optional<Draft> draft(HttpServletRequest request, @Nullable String key, Optional<MailServer> stored) {
        if (key == null || key.isEmpty()) {
            return Optional.empty();
        }
        MailServerId id = stored.map(MailServer::id).orElse(MailServerId.UNSAVED);
        Optional<Draft> draft = authorizing
                .draft(key, administrators.user(request))
                .filter(found -> found.server().equals(id));
        if (draft.isEmpty()) {
            throw gate.refusal(RestCode.NO_SUCH_DRAFT, "");
        }
        return draft;
    }

    Validated.Valid checked(@Nullable Map<String, Object> body, Optional<MailServer> stored, Optional<Draft> draft) {
        if (body == null) {
            throw gate.refusal(RestCode.NO_OBJECT, "");
        }
        InputReader reader = InputReader.read(body);
        for (String path : reader.unknown()) {
            throw gate.refusal(RestCode.UNKNOWN_FIELD, path, path);
        }
        Validated validated = settings.check(reader.input(), stored, draft);
        if (validated instanceof Validated.Invalid invalid) {
            throw gate.refusal(invalid.errors());
        }
        return (Validated.Valid) validated;
    }

    MailServer saved(@Nullable Map<String, Object> body, Optional<MailServer> stored, Optional<Draft> draft) {
        MailServer saved = settings.save(checked(body, stored, draft));
        draft.ifPresent(authorizing::discard);
        return saved;
    }
}
