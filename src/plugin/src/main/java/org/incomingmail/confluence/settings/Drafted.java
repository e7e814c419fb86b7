package org.incomingmail.confluence.settings;

import java.util.Optional;
import java.util.stream.Stream;
import org.incomingmail.confluence.authorization.Draft;
import org.incomingmail.confluence.authorization.Draft.Outcome;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Authentication.Grant;
import org.incomingmail.engine.server.Field;
import org.incomingmail.engine.server.MailServerInput;
import org.incomingmail.engine.server.Validated;

/** What a draft adds to what is submitted from its form. */
record Drafted(Draft draft) {

    /** With the password that was typed before the browser went to the provider, which the form never shows again. */
    MailServerInput completed(MailServerInput input) {
        Optional<String> typed = draft.input().password();
        return input.password().isEmpty() && typed.isPresent() && goesToTheSamePlace(input)
                ? input.with(Field.PASSWORD, typed.get())
                : input;
    }

    /** With the token, where it is the chosen client's. */
    Validated.Valid authorized(Validated.Valid valid) {
        return valid.server().authentication() instanceof Authentication.OAuth2 chosen
                        && chosen.grant() == Grant.AUTHORIZATION_CODE
                        && draft.outcome() instanceof Outcome.Authorized authorized
                        && authorized.clientId().equals(chosen.clientId())
                ? new Validated.Valid(
                        valid.server()
                                .withAuthentication(new Authentication.OAuth2(
                                        chosen.clientId(), authorized.tokenId(), chosen.grant())),
                        valid.password())
                : valid;
    }

    private boolean goesToTheSamePlace(MailServerInput input) {
        return Stream.of(Field.HOSTNAME, Field.PORT, Field.PROTOCOL, Field.START_TLS, Field.USERNAME)
                .allMatch(field -> input.value(field).equals(draft.input().value(field)));
    }
}
