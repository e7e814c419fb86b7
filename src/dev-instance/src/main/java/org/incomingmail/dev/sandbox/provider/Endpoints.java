package org.incomingmail.dev.sandbox.provider;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import java.net.URI;
import java.util.List;

/** The provider's addresses. */
public record Endpoints(URI issuer) {
    static final String AUTHORIZE = "/authorize";
    static final String SIGN_IN = "/signin";
    static final String CONSENT = "/consent";
    static final String TOKEN = "/token";
    static final String REVOKE = "/revoke";
    static final String INTROSPECT = "/introspect";
    static final String METADATA = "/.well-known/oauth-authorization-server";

    public URI authorization() {
        return issuer.resolve(AUTHORIZE);
    }

    public URI token() {
        return issuer.resolve(TOKEN);
    }

    public URI revocation() {
        return issuer.resolve(REVOKE);
    }

    public URI introspection() {
        return issuer.resolve(INTROSPECT);
    }

    /** RFC 8414 section 3. */
    public URI metadata() {
        return issuer.resolve(METADATA);
    }

    /** The document at {@link #metadata} (RFC 8414 section 2, RFC 9207 section 3). */
    String describe(List<OfferedScope> scopes) {
        var document = new AuthorizationServerMetadata(new Issuer(issuer));
        document.setAuthorizationEndpointURI(authorization());
        document.setTokenEndpointURI(token());
        document.setRevocationEndpointURI(revocation());
        document.setIntrospectionEndpointURI(introspection());
        document.setScopes(new Scope(scopes.stream().map(OfferedScope::name).toArray(String[]::new)));
        document.setResponseTypes(List.of(ResponseType.CODE));
        document.setResponseModes(List.of(ResponseMode.QUERY));
        document.setGrantTypes(
                List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN, GrantType.CLIENT_CREDENTIALS));
        document.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        List<ClientAuthenticationMethod> methods =
                List.of(ClientAuthenticationMethod.CLIENT_SECRET_POST, ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        document.setTokenEndpointAuthMethods(methods);
        document.setRevocationEndpointAuthMethods(methods);
        document.setIntrospectionEndpointAuthMethods(methods);
        document.setSupportsAuthorizationResponseIssuerParam(true);
        return document.toJSONObject().toJSONString();
    }
}
