package org.incomingmail.dev.apps;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The tokens that an upload by REST must carry, one for each administrator: tools don't keep sessions. */
final class UploadTokens {

    private final ConcurrentMap<String, String> byUser;
    private final SecureRandom random;

    /** @param byUser seen by all nodes */
    UploadTokens(ConcurrentMap<String, String> byUser, SecureRandom random) {
        this.byUser = byUser;
        this.random = random;
    }

    String of(String userKey) {
        return byUser.computeIfAbsent(
                userKey, key -> Long.toUnsignedString(random.nextLong()) + Long.toUnsignedString(random.nextLong()));
    }

    boolean isValid(String userKey, @Nullable String token) {
        String expected = byUser.get(userKey);
        return token != null
                && expected != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
