package com.atlassian.oauth2.client.api;

import java.time.Instant;
import org.incomingmail.hostapi.HostType;
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
}
