package org.incomingmail.confluence.admin;

import java.util.Map;
import java.util.Optional;
import org.incomingmail.engine.server.AuthenticationType;
import org.incomingmail.engine.server.Field;
import org.incomingmail.engine.server.MailServerInput;

/** The form's one select for what the API takes apart: basic authentication, or OAuth 2.0 by one of the clients. */
final class Choice {
    static final String NAME = "authentication.choice";
    static final String BASIC = "BASIC";
    private static final String CLIENT = "client:";

    private Choice() {}

    static String of(String clientId) {
        return CLIENT + clientId;
    }

    static String in(Map<String, Object> values) {
        return AuthenticationType.OAUTH2.name().equals(values.get(Field.AUTHENTICATION.path()))
                ? of(String.valueOf(values.get(Field.CLIENT.path())))
                : BASIC;
    }

    static MailServerInput read(MailServerInput input, Optional<String> choice) {
        return choice.map(chosen -> chosen.startsWith(CLIENT)
                        ? input.with(Field.AUTHENTICATION, AuthenticationType.OAUTH2.name())
                                .with(Field.CLIENT, chosen.substring(CLIENT.length()))
                        : input.with(Field.AUTHENTICATION, chosen)
                                .without(Field.CLIENT)
                                .without(Field.GRANT))
                .orElse(input);
    }
}
