package org.incomingmail.dev.sandbox.provider;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token as the provider remembers it: by its hash, so that what is stored opens nothing.
 *
 * @param consentId under which consent, or null for an application's own token
 * @param account for whom, or null for an application's own token
 * @param expires null for a refresh token
 * @param used a refresh token that was exchanged already
 */
record IssuedToken(
        String hash,
        @Nullable String consentId,
        String clientId,
        @Nullable String account,
        List<String> scopes,
        Instant issued,
        @Nullable Instant expires,
        boolean used) {

    boolean isRefreshToken() {
        return expires == null;
    }

    boolean isOver(Instant now) {
        return expires != null && !now.isBefore(expires);
    }

    IssuedToken exchanged() {
        return new IssuedToken(hash, consentId, clientId, account, scopes, issued, expires, true);
    }
}
