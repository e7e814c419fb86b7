package org.incomingmail.dev.sandbox.provider;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.auth.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The applications that are registered. */
final class Clients {
    private final Map<String, RegisteredClient> byId = new ConcurrentHashMap<>();

    Clients(List<RegisteredClient> clients) {
        clients.forEach(this::register);
    }

    void register(RegisteredClient client) {
        byId.put(client.id(), client);
    }

    Optional<RegisteredClient> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Who asks (RFC 6749 section 2.3.1): by HTTP Basic or in the body.
     *
     * @throws Refusal invalid_client, whatever is wrong
     */
    RegisteredClient authenticate(@Nullable ClientAuthentication authentication) throws Refusal {
        if (authentication instanceof ClientSecretBasic || authentication instanceof ClientSecretPost) {
            Secret given = ((PlainClientSecret) authentication).getClientSecret();
            RegisteredClient client = byId.get(authentication.getClientID().getValue());
            // Secret.equals compares in constant time
            if (client != null && new Secret(client.secret()).equals(given)) {
                return client;
            }
        }
        throw new Refusal(OAuth2Error.INVALID_CLIENT.setDescription(
                "The client is unknown or its secret is wrong; send both in the body or by HTTP Basic"));
    }
}
