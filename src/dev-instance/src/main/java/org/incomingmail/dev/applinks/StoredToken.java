package org.incomingmail.dev.applinks;

import com.atlassian.oauth2.client.api.storage.token.ClientTokenEntity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is kept, decrypted.
 *
 * @param accessExpires when the provider stops accepting the access token
 * @param refreshToken null when the provider gave none
 * @param scopes what the provider granted
 * @param obtained when somebody consented
 * @param refreshed last refresh, or null
 * @param lastError the provider's refusal of the last refresh, or null
 * @param invalidSince when the refresh token was refused for good, or null
 */
record StoredToken(
        String id,
        String linkId,
        String accessToken,
        Instant accessExpires,
        @Nullable String refreshToken,
        List<String> scopes,
        Instant obtained,
        @Nullable Instant refreshed,
        @Nullable String lastError,
        @Nullable Instant invalidSince)
        implements ClientTokenEntity {

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getConfigId() {
        return linkId;
    }

    @Override
    public String getAccessToken() {
        return accessToken;
    }

    @Override
    public Instant getAccessTokenExpiration() {
        return accessExpires;
    }

    @Override
    public @Nullable String getRefreshToken() {
        return refreshToken;
    }

    @Override
    public @Nullable Instant getRefreshTokenExpiration() {
        return null;
    }

    /** Keeps secrets out of logs. */
    @Override
    public String toString() {
        return "StoredToken[" + id + "]";
    }
}
