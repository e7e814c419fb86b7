package org.incomingmail.dev.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The token endpoint: what it gives, and each error of RFC 6749 section 5.2. */
@SuppressWarnings("NullAway.Init")
class TokenRequestTest {
    private final MovableClock clock = new MovableClock();
    private Provider provider;
    private Application application;
    private URI token;

    @BeforeEach
    void start() throws Exception {
        provider = Provider.start(Shop.settings(clock));
        application = new Application(provider);
        token = provider.endpoints().token();
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void aCodeGivesABearerTokenWithItsLifetimeAndScopes() throws Exception {
        var answer = application.token(Application.exchange(application.code()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.http().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.body().path("expires_in").asInt()).isEqualTo(300);
        assertThat(answer.body().path("scope").asText()).isEqualTo("mail.imap offline_access");
        assertThat(application.isLive(answer.body().path("access_token").asText()))
                .isTrue();
    }

    @Test
    void withoutOfflineAccessThereIsNoRefreshToken() throws Exception {
        Map<String, String> request = Application.request();
        request.put("scope", "mail.imap");
        URI answer = provider.controls()
                .allow(application.address(request), "ann@mail.test")
                .orElseThrow();
        String code = Application.parameters(answer).getOrDefault("code", "");
        assertThat(application.token(Application.exchange(code)).body().has("refresh_token"))
                .isFalse();
    }

    @Test
    void theSecretMayComeInTheBody() throws Exception {
        Map<String, String> fields = Application.exchange(application.code());
        fields.put("client_id", "wiki");
        fields.put("client_secret", "wiki-secret");
        assertThat(application.post(token, Application.form(fields)).status()).isEqualTo(200);
    }

    @Test
    void aCodeIsGoodOnceAndItsTokensEndWhenItComesAgain() throws Exception {
        String code = application.code();
        JsonNode tokens = application.token(Application.exchange(code)).body();
        var again = application.token(Application.exchange(code));
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.error()).isEqualTo("invalid_grant");
        assertThat(application.isLive(tokens.path("access_token").asText())).isFalse();
        assertThat(application
                        .token(Application.refresh(tokens.path("refresh_token").asText()))
                        .error())
                .isEqualTo("invalid_grant");
    }

    @Test
    void aCodeExpiresAfterAMinute() throws Exception {
        String early = application.code();
        clock.pass(Duration.ofSeconds(59));
        assertThat(application.token(Application.exchange(early)).status()).isEqualTo(200);
        String late = application.code();
        clock.pass(Duration.ofSeconds(60));
        assertThat(application.token(Application.exchange(late)).error()).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "code, unknown, invalid_grant",
        "redirect_uri, http://wiki.test/other, invalid_grant",
        "redirect_uri, '', invalid_grant",
        "code_verifier, '', invalid_grant",
        "code_verifier, 9876543210-9876543210-9876543210-9876543210, invalid_grant",
        "code, '', invalid_request",
        "grant_type, '', invalid_request",
        "grant_type, password, invalid_request",
        "grant_type, urn:example:unknown, unsupported_grant_type"
    })
    void mistakesAreNamed(String name, String value, String error) throws Exception {
        Map<String, String> fields = Application.exchange(application.code());
        if (value.isEmpty()) {
            fields.remove(name);
        } else {
            fields.put(name, value);
        }
        var answer = application.token(fields);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo(error);
    }

    @Test
    void aGrantThatIsNotOfferedIsUnsupported() throws Exception {
        assertThat(application
                        .token(Map.of("grant_type", "password", "username", "ann@mail.test", "password", "ann's"))
                        .error())
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void anotherClientCannotUseTheCode() throws Exception {
        String code = application.code();
        assertThat(application
                        .post(token, "other", "other-secret", Application.exchange(code))
                        .error())
                .isEqualTo("invalid_grant");
    }

    @Test
    void aParameterSentTwiceIsRefused() throws Exception {
        String form = Application.form(Application.exchange(application.code()));
        assertThat(application
                        .post(token, form + "&client_id=wiki&client_secret=wiki-secret&code=another")
                        .error())
                .isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @CsvSource({"wiki, wrong", "nobody, wiki-secret"})
    void aClientThatIsNotWhoItSaysIsRefusedWithAChallenge(String client, String secret) throws Exception {
        Map<String, String> fields = Application.exchange(application.code());
        var basic = application.post(token, client, secret, fields);
        Map<String, String> body = new LinkedHashMap<>(fields);
        body.put("client_id", client);
        body.put("client_secret", secret);
        for (var answer : java.util.List.of(basic, application.post(token, Application.form(body)))) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.error()).isEqualTo("invalid_client");
            assertThat(answer.http().headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Basic ");
        }
        assertThat(application.post(token, Application.form(fields)).error()).isEqualTo("invalid_client");
    }

    @Test
    void aRotatedSecretReplacesTheOldOne() throws Exception {
        provider.register(Shop.WIKI.withSecret("new-secret"));
        Map<String, String> fields = Application.exchange(application.code());
        assertThat(application.token(fields).error()).isEqualTo("invalid_client");
        assertThat(application.post(token, "wiki", "new-secret", fields).status())
                .isEqualTo(200);
    }

    @Test
    void anApplicationHasATokenOfItsOwnOnlyForWhatItWasGiven() throws Exception {
        var answer = application.token(Map.of("grant_type", "client_credentials", "scope", "mail/.default"));
        assertThat(answer.body().path("scope").asText()).isEqualTo("mail.imap");
        assertThat(answer.body().has("refresh_token")).isFalse();
        assertThat(application
                        .token(Map.of("grant_type", "client_credentials", "scope", "mail.pop"))
                        .error())
                .isEqualTo("invalid_scope");
        assertThat(application
                        .post(token, "other", "other-secret", Map.of("grant_type", "client_credentials"))
                        .error())
                .isEqualTo("unauthorized_client");
    }

    @Test
    void anythingButAFormByPostIsRefused() throws Exception {
        assertThat(application.get(token).statusCode()).isEqualTo(405);
        assertThat(application.post(token, "x".repeat(70_000)).status()).isEqualTo(413);
    }
}
