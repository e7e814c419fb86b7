package org.incomingmail.confluence.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.incomingmail.confluence.authorization.Draft;
import org.incomingmail.engine.server.FieldError;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailboxKind;

/**
 * A form as it is to be shown.
 *
 * @param stored the server that is being edited; empty for a new one
 * @param draft what is kept of it while somebody authorizes
 * @param values by path of the field
 */
record FormState(
        MailboxKind kind,
        Optional<MailServer> stored,
        Optional<Draft> draft,
        Map<String, Object> values,
        List<FieldError> errors) {

    static FormState of(MailServer server) {
        return new FormState(
                MailboxKind.of(server.endpoint().protocol()),
                Optional.of(server),
                Optional.empty(),
                FormValues.of(server),
                List.of());
    }

    static FormState of(Draft draft, Optional<MailServer> stored) {
        return new FormState(draft.kind(), stored, Optional.of(draft), FormValues.typed(draft.input()), List.of());
    }

    FormState with(List<FieldError> found) {
        return new FormState(kind, stored, draft, values, found);
    }
}
