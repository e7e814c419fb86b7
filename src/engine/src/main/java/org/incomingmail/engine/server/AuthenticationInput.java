package org.incomingmail.engine.server;

import java.util.Optional;
import org.incomingmail.engine.server.Authentication.Grant;
import org.jspecify.annotations.Nullable;

/** Reads how we prove who we are. */
final class AuthenticationInput {
    private final OAuth2Clients clients;

    AuthenticationInput(OAuth2Clients clients) {
        this.clients = clients;
    }

    Authentication read(FieldReader fields, Endpoint endpoint, Optional<MailServer> stored) {
        Optional<AuthenticationType> type = fields.choice(Field.AUTHENTICATION, AuthenticationType.class);
        if (type.orElse(AuthenticationType.BASIC) == AuthenticationType.BASIC) {
            return new Authentication.Basic();
        }
        String id = fields.text(Field.CLIENT, Limits.NAME).orElse("");
        Grant grant = fields.choice(Field.GRANT, Grant.class).orElse(Grant.AUTHORIZATION_CODE);
        Optional<OAuth2Client> client = clients.all().stream()
                .filter(offered -> offered.id().equals(id))
                .findFirst();
        if (client.isEmpty()) {
            fields.reject(Field.CLIENT, ServerCode.OAUTH_CLIENT);
        } else if (grant == Grant.CLIENT_CREDENTIALS && !clients.offerAppOnly(client.get())) {
            fields.reject(Field.GRANT, ServerCode.OAUTH_APP_ONLY, client.get().name());
        }
        if (!endpoint.protocol().secure() && endpoint.startTls() != StartTls.REQUIRE) {
            // RFC 6750 5.3: a bearer token never travels without TLS
            fields.reject(Field.AUTHENTICATION, ServerCode.OAUTH_NEEDS_TLS);
        }
        Authentication.OAuth2 entered = new Authentication.OAuth2(id, null, grant);
        return stored.flatMap(before -> keptToken(before, endpoint, entered))
                .map(token -> new Authentication.OAuth2(id, token, grant))
                .orElse(entered);
    }

    /** The token goes on being used with the same client at the same place; elsewhere somebody must authorize again. */
    private static Optional<String> keptToken(MailServer before, Endpoint endpoint, Authentication.OAuth2 entered) {
        if (!(before.authentication() instanceof Authentication.OAuth2 stored)
                || !stored.clientId().equals(entered.clientId())
                || stored.grant() != entered.grant()
                || !Destination.samePlace(before.endpoint(), endpoint)) {
            return Optional.empty();
        }
        @Nullable String token = stored.tokenId();
        return Optional.ofNullable(token);
    }
}
