package org.incomingmail.dev.applinks.links;

import com.atlassian.oauth2.client.api.storage.config.ClientConfigurationEntity;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * This host as an OAuth 2.0 client of somebody else. Holds no secret; that is kept apart, encrypted.
 *
 * @param secretExpires when the provider will stop accepting the client secret, or null where nobody said
 * @param scopes as the administrator entered them
 * @param issuer the authorization server's issuer, which every answer must carry (RFC 9207), or null
 */
public record OutgoingLink(
        String id,
        String name,
        String description,
        ProviderType type,
        String clientId,
        @Nullable LocalDate secretExpires,
        List<String> scopes,
        URI authorizationEndpoint,
        URI tokenEndpoint,
        @Nullable String issuer)
        implements ClientConfigurationEntity {

    public OutgoingLink {
        scopes = List.copyOf(scopes);
    }

    /** What is asked for: Microsoft gives a refresh token only for offline_access. */
    public List<String> requestedScopes() {
        return type != ProviderType.MICROSOFT || scopes.contains(ProviderType.OFFLINE_ACCESS)
                ? scopes
                : Stream.concat(scopes.stream(), Stream.of(ProviderType.OFFLINE_ACCESS))
                        .toList();
    }

    /** The start of that day: nobody knows the hour, and a reminder may be early, never late. */
    @Override
    public Optional<Instant> getClientSecretExpiration() {
        return Optional.ofNullable(secretExpires)
                .map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getClientId() {
        return clientId;
    }

    @Override
    public String getAuthorizationEndpoint() {
        return authorizationEndpoint.toString();
    }

    @Override
    public String getTokenEndpoint() {
        return tokenEndpoint.toString();
    }

    @Override
    public List<String> getScopes() {
        return requestedScopes();
    }
}
