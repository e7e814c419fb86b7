package org.incomingmail.dev.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refresh tokens: rotated at each use, and a thief is noticed. */
@SuppressWarnings("NullAway.Init")
class RefreshTest {
    private final MovableClock clock = new MovableClock();
    private Provider provider;
    private Application application;

    @BeforeEach
    void start() throws Exception {
        provider = Provider.start(Shop.settings(clock));
        application = new Application(provider);
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private static String access(JsonNode tokens) {
        return tokens.path("access_token").asText();
    }

    private static String refresh(JsonNode tokens) {
        return tokens.path("refresh_token").asText();
    }

    private Application.Answer refreshed(JsonNode tokens) throws Exception {
        return application.token(Application.refresh(refresh(tokens)));
    }

    @Test
    void anAccessTokenExpiresAndIsRefreshed() throws Exception {
        JsonNode first = application.tokens();
        clock.pass(Duration.ofMinutes(5));
        assertThat(application.isLive(access(first))).isFalse();
        JsonNode second = refreshed(first).body();
        assertThat(application.isLive(access(second))).isTrue();
        assertThat(refresh(second)).isNotEqualTo(refresh(first));
        assertThat(provider.controls().refreshes()).isEqualTo(1);
    }

    @Test
    void aRefreshTokenUsedTwiceEndsTheWholeGrant() throws Exception {
        JsonNode first = application.tokens();
        JsonNode second = refreshed(first).body();
        var stolen = refreshed(first);
        assertThat(stolen.status()).isEqualTo(400);
        assertThat(stolen.error()).isEqualTo("invalid_grant");
        assertThat(application.isLive(access(second))).isFalse();
        assertThat(refreshed(second).error()).isEqualTo("invalid_grant");
        assertThat(provider.controls().consents()).isEmpty();
    }

    @Test
    void aRefreshMayAskForLessButNotForMore() throws Exception {
        String token = refresh(application.tokens());
        assertThat(application
                        .token(Map.of(
                                "grant_type", "refresh_token", "refresh_token", token, "scope", "mail.imap mail.pop"))
                        .error())
                .isEqualTo("invalid_scope");
        JsonNode less = application
                .token(Map.of("grant_type", "refresh_token", "refresh_token", token, "scope", "mail.imap"))
                .body();
        assertThat(less.path("scope").asText()).isEqualTo("mail.imap");
        assertThat(refreshed(less).body().path("scope").asText()).isEqualTo("mail.imap offline_access");
    }

    @Test
    void aRefreshTokenIsItsClientsOnly() throws Exception {
        JsonNode tokens = application.tokens();
        assertThat(application
                        .post(
                                provider.endpoints().token(),
                                "other",
                                "other-secret",
                                Application.refresh(refresh(tokens)))
                        .error())
                .isEqualTo("invalid_grant");
        assertThat(refreshed(tokens).status()).isEqualTo(200);
    }

    @Test
    void anAccessTokenIsNoRefreshToken() throws Exception {
        assertThat(application
                        .token(Application.refresh(access(application.tokens())))
                        .error())
                .isEqualTo("invalid_grant");
    }

    @Test
    void aRevokedConsentEndsEverything() throws Exception {
        JsonNode tokens = application.tokens();
        String consent = provider.controls().consents().get(0).id();
        assertThat(provider.controls().revoke(consent)).isTrue();
        assertThat(application.isLive(access(tokens))).isFalse();
        assertThat(refreshed(tokens).error()).isEqualTo("invalid_grant");
        assertThat(provider.controls().revoke(consent)).isFalse();
    }

    @Test
    void accessTokensThatEndEarlyAreRefreshed() throws Exception {
        JsonNode tokens = application.tokens();
        provider.controls().endAccessTokens();
        assertThat(application.isLive(access(tokens))).isFalse();
        assertThat(refreshed(tokens).status()).isEqualTo(200);
    }
}
