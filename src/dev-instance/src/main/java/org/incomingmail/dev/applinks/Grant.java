package org.incomingmail.dev.applinks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the token endpoint gave. toString keeps secrets out of logs. */
record Grant(String accessToken, Instant expires, @Nullable String refreshToken, List<String> scopes) {
    @Override
    public String toString() {
        return "Grant[expires=" + expires + "]";
    }
}
