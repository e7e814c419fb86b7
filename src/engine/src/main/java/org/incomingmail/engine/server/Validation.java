package org.incomingmail.engine.server;

import static org.incomingmail.engine.server.ServerCode.REQUIRED;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.wiki.Wiki;

/** Checks what an administrator entered. The only truth: screens may check earlier, never instead. */
public final class Validation {
    private final EndpointInput endpoints;
    private final ReadingInput readings;
    private final PublishingInput publishings;
    private final AuthenticationInput authentications;

    public Validation(Wiki wiki, OAuth2Clients clients, InstantSource clock) {
        this.endpoints = new EndpointInput();
        this.readings = new ReadingInput(clock);
        this.publishings = new PublishingInput(wiki);
        this.authentications = new AuthenticationInput(clients);
    }

    /** A server that is not stored yet. */
    public Validated added(MailServerInput input) {
        return check(input, Optional.empty(), false);
    }

    /** New settings of a stored server; what is left out gets its default, except for the password. */
    public Validated replaced(MailServerInput input, MailServer stored, boolean hasPassword) {
        return check(input, Optional.of(stored), hasPassword);
    }

    private Validated check(MailServerInput input, Optional<MailServer> stored, boolean hasPassword) {
        FieldReader fields = new FieldReader(input);
        Optional<Protocol> protocol = fields.choice(Field.PROTOCOL, Protocol.class);
        if (protocol.isEmpty()) {
            fields.reject(Field.PROTOCOL, REQUIRED);
        }
        // the other fields are checked against a protocol, too, when it is missing: all errors at once
        Protocol known = protocol.orElse(Protocol.IMAPS);
        String name = fields.requiredText(Field.NAME, Limits.NAME).orElse("");
        String toAddress = address(fields);
        Endpoint endpoint = endpoints.read(fields, known);
        Authentication authentication = authentications.read(fields, endpoint, stored);
        String username = fields.requiredText(Field.USERNAME, Limits.NAME).orElse("");
        MailServer server = new MailServer(
                stored.map(MailServer::id).orElse(MailServerId.UNSAVED),
                name,
                toAddress,
                endpoint,
                authentication,
                username,
                fields.yes(Field.ENABLED, stored.map(MailServer::enabled).orElse(true)),
                readings.read(fields, known, stored.map(MailServer::reading)),
                publishings.read(fields));
        readings.confirmDeletion(fields, input, server, stored);
        password(fields, input, server, stored.filter(old -> hasPassword));
        List<FieldError> errors = fields.errors();
        return errors.isEmpty()
                ? new Validated.Valid(server, newPassword(input, server))
                : new Validated.Invalid(errors);
    }

    private static String address(FieldReader fields) {
        String address = fields.requiredText(Field.TO_ADDRESS, Limits.ADDRESS).orElse("");
        if (!Address.valid(address)) {
            fields.reject(Field.TO_ADDRESS, ServerCode.ADDRESS);
        }
        return address;
    }

    private static void password(
            FieldReader fields, MailServerInput input, MailServer server, Optional<MailServer> storedWithPassword) {
        Optional<String> entered = input.password();
        if (!(server.authentication() instanceof Authentication.Basic)) {
            return;
        }
        if (entered.isPresent()) {
            if (entered.get().length() > Limits.PASSWORD) {
                fields.reject(Field.PASSWORD, ServerCode.TOO_LONG, Limits.PASSWORD);
            } else if (entered.get().chars().anyMatch(Character::isISOControl)) {
                fields.reject(Field.PASSWORD, ServerCode.CONTROL_CHARACTER);
            }
        } else if (storedWithPassword.isEmpty()) {
            fields.reject(Field.PASSWORD, REQUIRED);
        } else if (!Destination.keepsPassword(storedWithPassword.get(), server)) {
            fields.reject(Field.PASSWORD, ServerCode.PASSWORD_AGAIN);
        }
    }

    private static Optional<String> newPassword(MailServerInput input, MailServer server) {
        return server.authentication() instanceof Authentication.Basic ? input.password() : Optional.empty();
    }
}
