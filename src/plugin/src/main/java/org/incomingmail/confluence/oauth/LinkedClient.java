package org.incomingmail.confluence.oauth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.server.OAuth2Client;
import org.incomingmail.engine.server.Provider;

/**
 * An OAuth 2.0 client of the host as far as the host tells.
 *
 * @param id the host's id
 * @param kind what the host calls the provider's kind; empty when it doesn't
 * @param oauthId client_id at the provider, which some providers' administrators must allow; empty when not told
 * @param endpoints addresses of the authorization and token endpoints
 * @param secretExpires when the provider stops accepting the client secret, where somebody noted it
 */
record LinkedClient(
        String id,
        String name,
        String kind,
        String oauthId,
        List<String> scopes,
        List<String> endpoints,
        Optional<Instant> secretExpires) {

    OAuth2Client offered() {
        return new OAuth2Client(id, name, provider(), scopes);
    }

    Provider provider() {
        return Provider.of(kind, endpoints);
    }
}
