package org.incomingmail.dev.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** RFC 7009 and RFC 7662. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class RevocationAndIntrospectionTest {
    private final MovableClock clock = new MovableClock();
    private Provider provider;
    private Application application;

    @BeforeAll
    void start() throws Exception {
        provider = Provider.start(Shop.settings(clock));
        application = new Application(provider);
    }

    @AfterAll
    void stop() {
        provider.close();
    }

    private Application.Answer revoke(String client, String secret, String token) throws Exception {
        return application.post(provider.endpoints().revocation(), client, secret, Map.of("token", token));
    }

    private Application.Answer introspect(String client, String secret, String token) throws Exception {
        return application.post(provider.endpoints().introspection(), client, secret, Map.of("token", token));
    }

    @Test
    void aRevokedAccessTokenEndsAlone() throws Exception {
        JsonNode tokens = application.tokens();
        String access = tokens.path("access_token").asText();
        assertThat(revoke("wiki", "wiki-secret", access).status()).isEqualTo(200);
        assertThat(application.isLive(access)).isFalse();
        assertThat(application
                        .token(Application.refresh(tokens.path("refresh_token").asText()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aRevokedRefreshTokenTakesItsAccessTokensWithIt() throws Exception {
        JsonNode tokens = application.tokens();
        assertThat(revoke("wiki", "wiki-secret", tokens.path("refresh_token").asText())
                        .status())
                .isEqualTo(200);
        assertThat(application.isLive(tokens.path("access_token").asText())).isFalse();
    }

    @Test
    void anUnknownTokenIsAsGoodAsRevokedAndAnothersIsLeftAlone() throws Exception {
        String access = application.tokens().path("access_token").asText();
        assertThat(revoke("wiki", "wiki-secret", "unknown").status()).isEqualTo(200);
        assertThat(revoke("other", "other-secret", access).status()).isEqualTo(200);
        assertThat(application.isLive(access)).isTrue();
        assertThat(revoke("wiki", "wrong", access).error()).isEqualTo("invalid_client");
    }

    @Test
    void aResourceServerLearnsForWhomATokenIsAndWhatItIsGoodFor() throws Exception {
        String access = application.tokens().path("access_token").asText();
        JsonNode facts = introspect("mail-server", "mail-secret", access).body();
        assertThat(facts.path("active").asBoolean()).isTrue();
        assertThat(facts.path("username").asText()).isEqualTo("ann@mail.test");
        assertThat(facts.path("client_id").asText()).isEqualTo("wiki");
        assertThat(facts.path("scope").asText()).isEqualTo("mail.imap offline_access");
        assertThat(facts.path("aud").toString()).contains("mail").doesNotContain("calendar");
        assertThat(facts.path("exp").asLong())
                .isEqualTo(clock.instant().plusSeconds(300).getEpochSecond());
        assertThat(facts.path("iss").asText())
                .isEqualTo(provider.endpoints().issuer().toString());
    }

    @Test
    void anApplicationsOwnTokenIsNobodys() throws Exception {
        String access = application
                .token(Map.of("grant_type", "client_credentials"))
                .body()
                .path("access_token")
                .asText();
        JsonNode facts = introspect("mail-server", "mail-secret", access).body();
        assertThat(facts.has("username")).isFalse();
        assertThat(facts.path("sub").asText()).isEqualTo("wiki");
    }

    @Test
    void onlyResourceServersMayAsk() throws Exception {
        String access = application.tokens().path("access_token").asText();
        assertThat(introspect("wiki", "wiki-secret", access).status()).isEqualTo(403);
        assertThat(introspect("mail-server", "wrong", access).status()).isEqualTo(401);
    }

    @Test
    void aTokenThatIsNotLiveSaysNothingElse() throws Exception {
        assertThat(introspect("mail-server", "mail-secret", "unknown").http().body())
                .isEqualTo("{\"active\":false}");
        String refresh = application.tokens().path("refresh_token").asText();
        assertThat(application.isLive(refresh)).isFalse();
    }
}
