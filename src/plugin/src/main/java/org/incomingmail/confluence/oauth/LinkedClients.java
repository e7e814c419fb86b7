package org.incomingmail.confluence.oauth;

import com.atlassian.confluence.oauth2.OAuth2Service;
import com.atlassian.oauth2.client.api.storage.config.ClientConfigStorageService;
import com.atlassian.oauth2.client.api.storage.config.ClientConfigurationEntity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the clients of the host's two services: the published one names them, the other one, where an app may have it,
 * knows their scopes and endpoints. Loaded only when used, as their types may be missing.
 */
final class LinkedClients {
    private static final Logger log = LoggerFactory.getLogger(LinkedClients.class);

    private final @Nullable OAuth2Service service;
    private final @Nullable ClientConfigStorageService configurations;

    LinkedClients(Optional<Object> service, Optional<Object> configurations) {
        this.service = (OAuth2Service) service.orElse(null);
        this.configurations = (ClientConfigStorageService) configurations.orElse(null);
    }

    List<LinkedClient> all() {
        return service == null
                ? List.of()
                : service.getConfiguredOAuth2Providers().stream()
                        .map(this::client)
                        .toList();
    }

    private LinkedClient client(OAuth2Service.OAuth2Provider provider) {
        String id = provider.getId();
        String name = Objects.requireNonNullElse(provider.getName(), id);
        String kind = Objects.requireNonNullElse(provider.getType(), "");
        return configuration(id)
                .map(known -> described(id, name, kind, known))
                .orElseGet(() -> new LinkedClient(id, name, kind, "", List.of(), List.of(), Optional.empty()));
    }

    private Optional<ClientConfigurationEntity> configuration(String id) {
        try {
            return configurations == null ? Optional.empty() : configurations.getById(id);
        } catch (LinkageError | RuntimeException otherShape) {
            log.debug("The host does not tell more about its OAuth 2.0 clients than their names", otherShape);
            return Optional.empty();
        }
    }

    private static LinkedClient described(String id, String name, String kind, ClientConfigurationEntity known) {
        try {
            return new LinkedClient(
                    id,
                    name,
                    kind,
                    Objects.requireNonNullElse(known.getClientId(), ""),
                    List.copyOf(known.getScopes()),
                    Stream.of(known.getAuthorizationEndpoint(), known.getTokenEndpoint())
                            .filter(Objects::nonNull)
                            .toList(),
                    secretExpires(known));
        } catch (LinkageError | RuntimeException otherShape) {
            log.debug("The host describes its OAuth 2.0 clients in another way than expected", otherShape);
            return new LinkedClient(id, name, kind, "", List.of(), List.of(), Optional.empty());
        }
    }

    private static Optional<Instant> secretExpires(ClientConfigurationEntity known) {
        try {
            return Proposal.SECRET_EXPIRATION.offered() ? known.getClientSecretExpiration() : Optional.empty();
        } catch (LinkageError notInThisHost) {
            return Optional.empty();
        }
    }
}
