package org.incomingmail.dev.sandbox.provider;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells resource servers what a token is worth (RFC 7662). */
final class Introspection {
    private final ProviderSettings settings;
    private final Clients clients;
    private final Grants grants;
    private final Issuer issuer;

    Introspection(ProviderSettings settings, Clients clients, Grants grants, Issuer issuer) {
        this.settings = settings;
        this.clients = clients;
        this.grants = grants;
        this.issuer = issuer;
    }

    Optional<TokenFacts> facts(String accessToken) {
        return grants.live(accessToken)
                .map(token -> new TokenFacts(
                        token.clientId(),
                        token.account(),
                        token.scopes(),
                        audience(token),
                        Objects.requireNonNull(token.expires())));
    }

    HTTPResponse answer(HTTPRequest http) throws Refusal, ParseException {
        TokenIntrospectionRequest request = TokenIntrospectionRequest.parse(http);
        RegisteredClient asking = clients.authenticate(request.getClientAuthentication());
        if (!asking.may(RegisteredClient.Right.INTROSPECTION)) {
            throw new Refusal(OAuth2Error.UNAUTHORIZED_CLIENT
                    .setDescription("This client may not ask about tokens")
                    .setHTTPStatusCode(403));
        }
        return facts(request.getToken().getValue())
                .map(this::active)
                .orElseGet(() -> new TokenIntrospectionSuccessResponse.Builder(false).build())
                .toHTTPResponse();
    }

    private TokenIntrospectionSuccessResponse active(TokenFacts token) {
        var builder = new TokenIntrospectionSuccessResponse.Builder(true)
                .issuer(issuer)
                .clientID(new ClientID(token.clientId()))
                .scope(new Scope(token.scopes().toArray(new String[0])))
                .tokenType(AccessTokenType.BEARER)
                .audience(token.audience().stream().map(Audience::new).toList())
                .expirationTime(Date.from(token.expires()));
        String account = token.account();
        if (account == null) {
            return builder.subject(new Subject(token.clientId())).build();
        }
        // "email" is what Dovecot is usually told to look at
        return builder.subject(new Subject(account))
                .username(account)
                .parameter("email", account)
                .build();
    }

    private Set<String> audience(IssuedToken token) {
        return settings.scopes().stream()
                .filter(scope -> token.scopes().contains(scope.name()))
                .map(OfferedScope::resource)
                .filter(resource -> !resource.isEmpty())
                .collect(Collectors.toSet());
    }
}
