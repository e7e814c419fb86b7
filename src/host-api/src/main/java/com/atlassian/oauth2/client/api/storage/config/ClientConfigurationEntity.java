package com.atlassian.oauth2.client.api.storage.config;

import com.atlassian.oauth2.client.api.ClientConfiguration;
import org.incomingmail.hostapi.HostType;

/** A stored client. */
@HostType(source = "OAuth 2.0 client of the host, known by type name only", confirmed = false)
public interface ClientConfigurationEntity extends ClientConfiguration {
    String getId();

    String getName();
}
