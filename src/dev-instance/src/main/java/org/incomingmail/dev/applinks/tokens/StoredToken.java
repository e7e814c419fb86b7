package org.incomingmail.dev.applinks.tokens;

import com.atlassian.oauth2.client.api.storage.token.ClientTokenEntity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.incomingmail.dev.applinks.provider.Grant;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is kept, decrypted.
 *
 * @param revision grows with every refresh, so that a late answer never overwrites a newer one
 * @param accessExpires when the provider stops accepting the access token
 * @param refreshToken null when the provider gave none
 * @param scopes what the provider granted
 * @param obtained when somebody consented
 * @param consentedBy user name in this wiki of whoever consented; empty where nobody was logged in
 * @param refreshed last refresh, or null
 * @param refusal why the last refresh failed, or null when it did not
 * @param invalidSince when the refresh token was refused for good, or null
 */
public record StoredToken(
        String id,
        String linkId,
        Holder holder,
        int revision,
        String accessToken,
        Instant accessExpires,
        @Nullable String refreshToken,
        List<String> scopes,
        Instant obtained,
        String consentedBy,
        @Nullable Instant refreshed,
        @Nullable Refusal refusal,
        @Nullable Instant invalidSince)
        implements ClientTokenEntity {

    /** The share of its life after which a short-lived token is refreshed: one fifth is left. */
    private static final int PARTS = 5;

    /** A token fresh from the provider, under an id of its own. */
    public static StoredToken granted(String linkId, Holder holder, Grant grant, String consentedBy, Instant now) {
        return new StoredToken(
                UUID.randomUUID().toString(),
                linkId,
                holder,
                0,
                grant.accessToken(),
                grant.expires(),
                grant.refreshToken(),
                grant.scopes(),
                now,
                consentedBy,
                null,
                null,
                null);
    }

    /** Whether it can be used for a while yet. */
    public boolean isFresh(Instant now, Duration margin) {
        Duration share = Duration.between(refreshed == null ? obtained : refreshed, accessExpires)
                .dividedBy(PARTS);
        return now.plus(share.compareTo(margin) < 0 ? share : margin).isBefore(accessExpires);
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(accessExpires);
    }

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

    @Override
    public List<String> getScopes() {
        return scopes;
    }

    /** Keeps secrets out of logs. */
    @Override
    public String toString() {
        return "StoredToken[" + id + "]";
    }
}
