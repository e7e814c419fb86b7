package org.incomingmail.confluence.settings;

import java.time.Instant;
import java.util.List;
import org.incomingmail.confluence.authorization.Authorization.Refusal;
import org.incomingmail.engine.server.Authentication.Grant;
import org.jspecify.annotations.Nullable;

/**
 * How the token of a mail server is doing, as far as anybody knows.
 *
 * @param clientName the client's name, or its id where it is gone
 * @param clientGone whether the client was removed from Application links
 * @param authorized whether somebody authorized, or nobody need to
 * @param authorizedBy name of the administrator who authorized
 * @param account who the provider says the token is for, unverified
 * @param scopes what was granted
 * @param lacking the scopes among the needed ones that were not
 * @param expires when the access token expires
 * @param nextRefresh from when on it is renewed by itself
 * @param lastError why there was no token when it was last asked for; null when there was one
 * @param secretExpires when the provider stops accepting the client secret
 */
public record TokenHealth(
        String clientId,
        String clientName,
        boolean clientGone,
        Grant grant,
        boolean authorized,
        @Nullable String authorizedBy,
        @Nullable Instant authorizedAt,
        @Nullable String account,
        List<String> scopes,
        List<String> lacking,
        @Nullable Instant expires,
        @Nullable Instant nextRefresh,
        @Nullable Refusal lastError,
        @Nullable Instant secretExpires) {}
