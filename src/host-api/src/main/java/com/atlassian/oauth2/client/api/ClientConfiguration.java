package com.atlassian.oauth2.client.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;

/** An OAuth 2.0 client: what an outgoing link holds, without its secret. */
@HostType(source = "OAuth 2.0 client of the host, known by type name only", confirmed = false)
public interface ClientConfiguration {
    String getClientId();

    String getAuthorizationEndpoint();

    String getTokenEndpoint();

    List<String> getScopes();

    /** When the provider stops accepting the client secret, where an administrator noted it. */
    @Unconfirmed("our proposal: used only where the host's type has it")
    default Optional<Instant> getClientSecretExpiration() {
        return Optional.empty();
    }
}
