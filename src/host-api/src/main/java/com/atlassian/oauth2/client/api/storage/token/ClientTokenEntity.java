package com.atlassian.oauth2.client.api.storage.token;

import com.atlassian.oauth2.client.api.ClientToken;
import org.incomingmail.hostapi.HostType;

/** A stored token. */
@HostType(source = "OAuth 2.0 client of the host, known by type name only", confirmed = false)
public interface ClientTokenEntity extends ClientToken {
    String getId();

    /** Id of the client configuration it belongs to. */
    String getConfigId();
}
