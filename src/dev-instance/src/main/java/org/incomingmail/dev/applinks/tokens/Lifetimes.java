package org.incomingmail.dev.applinks.tokens;

import java.time.Duration;

/**
 * The documented limits of the host's OAuth 2.0 client, each with its system property.
 *
 * @param longEnough an access token without refresh token must live this long
 * @param margin a token that expires sooner than this is refreshed before use: clock skew and the client's own delay
 * @param keptInvalid how long a token that is worthless is kept, so that administrators see what became of it
 * @param pruneSchedule cron expression of when such tokens are forgotten
 */
public record Lifetimes(Duration longEnough, Duration margin, Duration keptInvalid, String pruneSchedule) {
    private static final String PREFIX = "atlassian.oauth2.client.";

    public static Lifetimes ofSystemProperties() {
        return new Lifetimes(
                Duration.ofDays(number("minimum.access.token.only.lifetime.days", 30)),
                Duration.ofSeconds(number("max.clock.skew.seconds", 60) + number("max.client.delay.seconds", 60)),
                Duration.ofDays(number("lifetime.invalid.token.days", 30)),
                System.getProperty(PREFIX + "prune.expired.tokens.schedule", "0 0 23 * * ?"));
    }

    private static long number(String property, long otherwise) {
        return Long.getLong(PREFIX + property, otherwise);
    }
}
