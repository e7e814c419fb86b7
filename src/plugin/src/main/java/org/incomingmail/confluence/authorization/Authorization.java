package org.incomingmail.confluence.authorization;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.incomingmail.engine.connection.AccessToken;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.server.Authentication;
import org.jspecify.annotations.Nullable;

/**
 * What we know about a token without having it.
 *
 * @param key see {@link #key}
 * @param user key of the administrator who authorized; null with app-only access
 * @param consented when; null with app-only access
 * @param account who the provider says the token is for, unverified; null where it can't be read
 * @param scopes what was granted; empty where nobody said
 * @param expires when the access token that we last had expires; null where nobody said
 * @param obtained when we first had that access token; null for never
 * @param refusal why there was none when we last asked; null when there was one
 */
public record Authorization(
        String key,
        @Nullable String user,
        @Nullable Instant consented,
        @Nullable String account,
        List<String> scopes,
        @Nullable Instant expires,
        @Nullable Instant obtained,
        @Nullable Refusal refusal) {
    public Authorization {
        scopes = List.copyOf(scopes);
    }

    /** Why there was no token. */
    public record Refusal(String code, List<String> arguments, @Nullable String said, Instant at) {}

    /** What its authorization goes by: the token, or with app-only access the client; empty as long as nobody authorized. */
    public static Optional<String> key(Authentication.OAuth2 authentication) {
        return authentication.grant() == Authentication.Grant.CLIENT_CREDENTIALS
                ? Optional.of("client " + authentication.clientId())
                : Optional.ofNullable(authentication.tokenId());
    }

    static Authorization unknown(String key) {
        return new Authorization(key, null, null, null, List.of(), null, null, null);
    }

    Authorization by(String administrator, Instant now) {
        return new Authorization(key, administrator, now, account, scopes, expires, obtained, refusal);
    }

    /** The same object when it tells nothing new. */
    Authorization with(AccessToken token, Instant now) {
        boolean known = refusal == null && obtained != null && Objects.equals(expires, token.expires());
        return known
                ? this
                : new Authorization(
                        key,
                        user,
                        consented,
                        token.account() == null ? account : token.account(),
                        token.scopes().isEmpty() ? scopes : token.scopes(),
                        token.expires(),
                        now,
                        null);
    }

    Authorization without(ConnectionFailure failure, Instant now) {
        Refusal refused = new Refusal(
                failure.code().id(), failure.arguments(), failure.serverSaid().orElse(null), now);
        return new Authorization(key, user, consented, account, scopes, expires, obtained, refused);
    }
}
