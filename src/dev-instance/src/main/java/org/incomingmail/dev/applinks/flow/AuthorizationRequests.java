package org.incomingmail.dev.applinks.flow;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URI;
import org.incomingmail.dev.applinks.links.OutgoingLink;

/** Where to send the browser (RFC 6749 section 4.1.1, RFC 7636 section 4.3). */
final class AuthorizationRequests {
    private AuthorizationRequests() {}

    static URI of(OutgoingLink link, URI redirectUri, State state, CodeVerifier verifier) {
        AuthorizationRequest.Builder request = new AuthorizationRequest.Builder(
                        ResponseType.CODE, new ClientID(link.clientId()))
                .endpointURI(link.authorizationEndpoint())
                .redirectionURI(redirectUri)
                .state(state)
                .codeChallenge(verifier, CodeChallengeMethod.S256);
        if (!link.requestedScopes().isEmpty()) {
            request.scope(new Scope(link.requestedScopes().toArray(new String[0])));
        }
        link.type().authorizationParameters().forEach(request::customParameter);
        return request.build().toURI();
    }
}
