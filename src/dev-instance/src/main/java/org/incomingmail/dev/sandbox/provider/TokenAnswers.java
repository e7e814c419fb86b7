package org.incomingmail.dev.sandbox.provider;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.util.concurrent.atomic.AtomicInteger;

/** The token endpoint (RFC 6749 section 3.2). */
final class TokenAnswers {
    private final Clients clients;
    private final Codes codes;
    private final Grants grants;
    private final AtomicInteger refreshes = new AtomicInteger();

    TokenAnswers(Clients clients, Codes codes, Grants grants) {
        this.clients = clients;
        this.codes = codes;
        this.grants = grants;
    }

    int refreshes() {
        return refreshes.get();
    }

    HTTPResponse answer(HTTPRequest http) throws Refusal, ParseException {
        RegisteredClient client = clients.authenticate(ClientAuthentication.parse(http));
        TokenRequest request = TokenRequest.parse(http);
        return new AccessTokenResponse(tokens(request, request.getAuthorizationGrant(), client)).toHTTPResponse();
    }

    private Tokens tokens(TokenRequest request, AuthorizationGrant grant, RegisteredClient client) throws Refusal {
        if (grant instanceof AuthorizationCodeGrant code) {
            require(client, RegisteredClient.Right.AUTHORIZATION_CODE);
            return codes.redeem(code, client);
        }
        if (grant instanceof RefreshTokenGrant refresh) {
            require(client, RegisteredClient.Right.AUTHORIZATION_CODE);
            refreshes.incrementAndGet();
            return grants.refresh(refresh.getRefreshToken().getValue(), client, request.getScope());
        }
        if (grant instanceof ClientCredentialsGrant) {
            require(client, RegisteredClient.Right.CLIENT_CREDENTIALS);
            return grants.issueTo(client, Scopes.forApplication(client.applicationScopes(), request.getScope()));
        }
        throw new Refusal(OAuth2Error.UNSUPPORTED_GRANT_TYPE.setDescription(
                "Offered are authorization_code, refresh_token and client_credentials"));
    }

    private static void require(RegisteredClient client, RegisteredClient.Right right) throws Refusal {
        if (!client.may(right)) {
            throw new Refusal(
                    OAuth2Error.UNAUTHORIZED_CLIENT.setDescription("This client may not use this grant type"));
        }
    }
}
