package org.incomingmail.dev.sandbox.provider;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The browsers that visit, who is signed in with each, and what each is being asked. */
final class Browsers {
    private static final int MOST = 500;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Browser> byCookie = new LinkedHashMap<>();

    /**
     * A browser session.
     *
     * @param formToken in every form, so that no other site can send one (RFC 6749 section 10.12)
     */
    record Browser(String cookie, String formToken, @Nullable String account) {}

    synchronized Optional<Browser> find(Optional<String> cookie) {
        return cookie.map(byCookie::get);
    }

    /** A session with a cookie of its own; after signing in the cookie changes, so nobody can plant one. */
    synchronized Browser open(@Nullable String account) {
        if (byCookie.size() >= MOST) {
            byCookie.remove(byCookie.keySet().iterator().next());
        }
        var browser = new Browser(random(), random(), account);
        byCookie.put(browser.cookie(), browser);
        return browser;
    }

    synchronized void close(Browser browser) {
        byCookie.remove(browser.cookie());
    }

    static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
