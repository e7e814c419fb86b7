package org.incomingmail.dev.sandbox.provider;

import java.time.Duration;

/**
 * How long the provider's promises last. Refresh tokens have no end of their own; they end with the consent.
 *
 * @param signIn from the authorization request to the person's decision
 * @param code of an authorization code (RFC 6749 section 4.1.2 recommends ten minutes at most)
 * @param accessToken of an access token
 */
public record Lifetimes(Duration signIn, Duration code, Duration accessToken) {
    /** Short enough to see refreshes while trying things out. */
    public static final Lifetimes DEFAULT =
            new Lifetimes(Duration.ofMinutes(10), Duration.ofSeconds(60), Duration.ofMinutes(5));

    public Lifetimes withAccessToken(Duration duration) {
        return new Lifetimes(signIn, code, duration);
    }
}
