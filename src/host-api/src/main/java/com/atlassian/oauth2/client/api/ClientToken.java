package com.atlassian.oauth2.client.api;

import java.time.Instant;
import java.util.List;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;
import org.jspecify.annotations.Nullable;

/** An access token with its refresh token. */
@HostType(source = "OAuth 2.0 client of the host, known by type name only", confirmed = false)
public interface ClientToken {
    String getAccessToken();

    Instant getAccessTokenExpiration();

    @Nullable
    String getRefreshToken();

    @Nullable
    Instant getRefreshTokenExpiration();

    /** What the provider granted (RFC 6749 section 5.1); empty where it did not say. */
    @Unconfirmed("our proposal: used only where the host's type has it")
    default List<String> getScopes() {
        return List.of();
    }
}
