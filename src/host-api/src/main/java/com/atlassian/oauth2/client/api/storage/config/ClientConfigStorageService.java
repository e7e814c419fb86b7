package com.atlassian.oauth2.client.api.storage.config;

import java.util.List;
import java.util.Optional;
import org.incomingmail.hostapi.HostType;

/** The stored clients. */
@HostType(source = "OAuth 2.0 client of the host, known by type name only", confirmed = false)
public interface ClientConfigStorageService {
    Optional<ClientConfigurationEntity> getById(String id);

    List<ClientConfigurationEntity> list();
}
