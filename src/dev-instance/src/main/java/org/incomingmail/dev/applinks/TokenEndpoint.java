package org.incomingmail.dev.applinks;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Talks to the token endpoint of a provider (RFC 6749 section 3.2): bounded in time and size, never redirected. */
final class TokenEndpoint {
    private static final int CONNECT_MILLIS = (int) Duration.ofSeconds(10).toMillis();
    private static final int READ_MILLIS = (int) Duration.ofSeconds(20).toMillis();
    private static final int LARGEST_ANSWER = 256 * 1024;
    /** RFC 6749 section 5.1 leaves expires_in optional; an hour is what the large providers give. */
    private static final long DEFAULT_LIFETIME_SECONDS = 3600;

    private final Clock clock;

    TokenEndpoint(Clock clock) {
        this.clock = clock;
    }

    /** Exchanges an authorization code (RFC 6749 section 4.1.3, RFC 7636 section 4.5). */
    Grant exchange(OutgoingLink link, String secret, AuthorizationCode code, URI redirectUri, CodeVerifier verifier)
            throws ProviderRefusal, ProviderUnreachable {
        return ask(link, secret, new AuthorizationCodeGrant(code, redirectUri, verifier), null);
    }

    /** Refreshes (RFC 6749 section 6). */
    Grant refresh(OutgoingLink link, String secret, String refreshToken) throws ProviderRefusal, ProviderUnreachable {
        return ask(link, secret, new RefreshTokenGrant(new RefreshToken(refreshToken)), null);
    }

    /** App-only access (RFC 6749 section 4.4). */
    Grant clientCredentials(OutgoingLink link, String secret, List<String> scopes)
            throws ProviderRefusal, ProviderUnreachable {
        return ask(link, secret, new ClientCredentialsGrant(), new Scope(scopes.toArray(new String[0])));
    }

    private Grant ask(OutgoingLink link, String secret, AuthorizationGrant grant, @Nullable Scope scope)
            throws ProviderRefusal, ProviderUnreachable {
        HTTPRequest request = new TokenRequest(
                        link.tokenEndpoint(),
                        new ClientSecretPost(new ClientID(link.clientId()), new Secret(secret)),
                        grant,
                        scope)
                .toHTTPRequest();
        request.setConnectTimeout(CONNECT_MILLIS);
        request.setReadTimeout(READ_MILLIS);
        request.setFollowRedirects(false);
        request.setAccept("application/json");
        try {
            return read(link, TokenResponse.parse(sized(link, request.send(new BoundedSender(LARGEST_ANSWER)))));
        } catch (IOException e) {
            throw new ProviderUnreachable(host(link) + " cannot be reached: " + e.getMessage(), e);
        } catch (ParseException e) {
            throw new ProviderUnreachable(host(link) + " does not answer as an OAuth 2.0 token endpoint", e);
        }
    }

    private HTTPResponse sized(OutgoingLink link, HTTPResponse response) throws ProviderUnreachable {
        if (response.getStatusCode() >= 300 && response.getStatusCode() < 400) {
            throw new ProviderUnreachable(
                    host(link) + " redirects its token endpoint elsewhere; enter the final address");
        }
        if (response.getStatusCode() >= 500) {
            throw new ProviderUnreachable(host(link) + " answers with HTTP " + response.getStatusCode());
        }
        return response;
    }

    private Grant read(OutgoingLink link, TokenResponse response) throws ProviderRefusal {
        if (!response.indicatesSuccess()) {
            ErrorObject error = response.toErrorResponse().getErrorObject();
            throw new ProviderRefusal(
                    error.getCode() == null ? "HTTP " + error.getHTTPStatusCode() : error.getCode(),
                    error.getDescription() == null ? "" : error.getDescription());
        }
        Tokens tokens = response.toSuccessResponse().getTokens();
        AccessToken access = tokens.getAccessToken();
        long lifetime = access.getLifetime() > 0 ? access.getLifetime() : DEFAULT_LIFETIME_SECONDS;
        RefreshToken refresh = tokens.getRefreshToken();
        // RFC 6749 section 5.1: no scope in the answer means the requested one
        List<String> scopes =
                access.getScope() == null ? link.scopes() : access.getScope().toStringList();
        return new Grant(
                access.getValue(),
                clock.instant().plusSeconds(lifetime),
                refresh == null ? null : refresh.getValue(),
                scopes);
    }

    private static String host(OutgoingLink link) {
        return String.valueOf(link.tokenEndpoint().getHost());
    }
}
