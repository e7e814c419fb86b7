package org.incomingmail.engine.connection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth 2.0 access token (RFC 6749 section 1.4). Never logged: toString leaves the value out.
 *
 * @param expires when the provider stops accepting it; null where nobody said
 * @param scopes what was granted; empty where nobody said
 * @param account who the provider says it is for, unverified; null where it can't be read
 */
public record AccessToken(String value, @Nullable Instant expires, List<String> scopes, @Nullable String account) {
    public AccessToken {
        scopes = List.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "AccessToken[expires=" + expires + "]";
    }
}
