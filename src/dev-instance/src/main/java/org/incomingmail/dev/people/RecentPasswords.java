package org.incomingmail.dev.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers which passwords were right a moment ago, so that a script's every REST call need not be hashed slowly again.
 * Only keyed digests are kept, under a key of this process; a changed password has another hash and is not found.
 */
final class RecentPasswords {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MOST = 100;

    private final byte[] key = new byte[32];
    private final Set<String> right = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    });

    RecentPasswords(SecureRandom random) {
        random.nextBytes(key);
    }

    synchronized boolean isKnown(String password, String hash) {
        return right.contains(digest(password, hash));
    }

    synchronized void remember(String password, String hash) {
        right.add(digest(password, hash));
    }

    private String digest(String password, String hash) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] digest = mac.doFinal((hash + "\n" + password).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks " + ALGORITHM, e);
        }
    }
}
