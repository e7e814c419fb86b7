package org.incomingmail.dev.applinks.provider;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the token endpoint gave. toString keeps secrets out of logs.
 *
 * @param refreshToken null when the provider gave none
 */
public record Grant(String accessToken, Instant expires, @Nullable String refreshToken, List<String> scopes) {
    public Grant {
        scopes = List.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "Grant[expires=" + expires + "]";
    }
}
