package org.incomingmail.dev.applinks;

import java.time.Duration;

/** The documented limits of the host's OAuth 2.0 client, by system property. */
final class AccessLifetime {
    private static final String PREFIX = "atlassian.oauth2.client.";

    /** An access token without refresh token must live this long. */
    static final Duration LONG_ENOUGH =
            Duration.ofDays(Long.getLong(PREFIX + "minimum.access.token.only.lifetime.days", 30));

    /** A token that expires sooner than this is refreshed before use. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(Long.getLong(PREFIX + "max.clock.skew.seconds", 60));

    /** How long a token that was refused for good is kept. */
    static final Duration KEPT_INVALID = Duration.ofDays(Long.getLong(PREFIX + "lifetime.invalid.token.days", 30));

    private AccessLifetime() {}
}
