package org.incomingmail.dev.applinks.provider;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.jspecify.annotations.Nullable;

/** Talks to the token endpoint of a provider (RFC 6749 section 3.2): bounded in time and size, never redirected. */
public final class TokenEndpoint {
    private final BoundedSender sender;
    private final Clock clock;

    public TokenEndpoint(BoundedSender sender, Clock clock) {
        this.sender = sender;
        this.clock = clock;
    }

    /** Exchanges an authorization code (RFC 6749 section 4.1.3, RFC 7636 section 4.5). */
    public Grant exchange(OutgoingLink link, String secret, String code, URI redirectUri, String verifier)
            throws ProviderRefusal, ProviderUnreachable {
        return ask(
                link,
                secret,
                new AuthorizationCodeGrant(new AuthorizationCode(code), redirectUri, new CodeVerifier(verifier)),
                null,
                code,
                verifier);
    }

    /** Refreshes (RFC 6749 section 6). */
    public Grant refresh(OutgoingLink link, String secret, String refreshToken)
            throws ProviderRefusal, ProviderUnreachable {
        return ask(link, secret, new RefreshTokenGrant(new RefreshToken(refreshToken)), null, refreshToken);
    }

    /** App-only access (RFC 6749 section 4.4). */
    public Grant clientCredentials(OutgoingLink link, String secret, List<String> scopes)
            throws ProviderRefusal, ProviderUnreachable {
        Scope scope = scopes.isEmpty() ? null : new Scope(scopes.toArray(new String[0]));
        return ask(link, secret, new ClientCredentialsGrant(), scope);
    }

    private Grant ask(OutgoingLink link, String secret, AuthorizationGrant grant, @Nullable Scope scope, String... told)
            throws ProviderRefusal, ProviderUnreachable {
        HTTPRequest request = new TokenRequest(
                        link.tokenEndpoint(),
                        new ClientSecretPost(new ClientID(link.clientId()), new Secret(secret)),
                        grant,
                        scope)
                .toHTTPRequest();
        request.setAccept("application/json");
        HTTPResponse response;
        try {
            response = request.send(sender);
        } catch (IOException e) {
            throw new ProviderUnreachable(host(link) + " cannot be reached: " + e.getMessage(), e);
        }
        String[] secrets = java.util.Arrays.copyOf(told, told.length + 1);
        secrets[told.length] = secret;
        return new TokenAnswer(host(link), response, secrets).grant(link.requestedScopes(), clock.instant());
    }

    private static String host(OutgoingLink link) {
        return String.valueOf(link.tokenEndpoint().getHost());
    }
}
