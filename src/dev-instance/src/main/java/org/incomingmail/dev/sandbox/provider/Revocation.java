package org.incomingmail.dev.sandbox.provider;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;

/** Takes tokens back on a client's request (RFC 7009). A token nobody knows is as good as revoked. */
final class Revocation {
    private final Clients clients;
    private final Grants grants;

    Revocation(Clients clients, Grants grants) {
        this.clients = clients;
        this.grants = grants;
    }

    HTTPResponse answer(HTTPRequest http) throws Refusal, ParseException {
        TokenRevocationRequest request = TokenRevocationRequest.parse(http);
        RegisteredClient client = clients.authenticate(request.getClientAuthentication());
        grants.revokeToken(request.getToken().getValue(), client);
        return new HTTPResponse(200);
    }
}
