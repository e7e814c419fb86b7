package com.atlassian.oauth2.client.api;

import java.util.List;
import org.incomingmail.hostapi.HostType;

/** An OAuth 2.0 client: what an outgoing link holds, without its secret. */
@HostType(source = "OAuth 2.0 client of the host, known by type name only", confirmed = false)
public interface ClientConfiguration {
    String getClientId();

    String getAuthorizationEndpoint();

    String getTokenEndpoint();

    List<String> getScopes();
}
