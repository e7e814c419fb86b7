package org.incomingmail.dev.sandbox.provider;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.net.URI;

/** An application whose requests people allow at once: real tokens for tests that are about something else. */
public final class Consenting {
    private final Provider provider;
    private final RegisteredClient client;

    public Consenting(Provider provider, RegisteredClient client) {
        this.provider = provider;
        this.client = client;
    }

    /** The tokens after an account's owner allowed these scopes. */
    public Tokens allowedBy(String account, String... scopes) throws Exception {
        URI redirect = client.redirectUris().iterator().next();
        var verifier = new CodeVerifier();
        URI request = new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(client.id()))
                .endpointURI(provider.endpoints().authorization())
                .redirectionURI(redirect)
                .scope(new Scope(scopes))
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build()
                .toURI();
        URI answer = provider.controls().allow(request, account).orElseThrow();
        var code = AuthorizationResponse.parse(answer).toSuccessResponse().getAuthorizationCode();
        return tokens(new AuthorizationCodeGrant(code, redirect, verifier));
    }

    public Tokens refreshed(RefreshToken token) throws Exception {
        return tokens(new RefreshTokenGrant(token));
    }

    /** The client's own token. */
    public Tokens own() throws Exception {
        return tokens(new ClientCredentialsGrant());
    }

    private Tokens tokens(AuthorizationGrant grant) throws Exception {
        var authentication = new ClientSecretBasic(new ClientID(client.id()), new Secret(client.secret()));
        var request = new TokenRequest.Builder(provider.endpoints().token(), authentication, grant).build();
        return TokenResponse.parse(request.toHTTPRequest().send())
                .toSuccessResponse()
                .getTokens();
    }
}
