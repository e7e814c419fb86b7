package org.incomingmail.dev.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with an authorization request, and who is told (RFC 6749 section 4.1.2.1). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class AuthorizationRequestTest {
    private Provider provider;
    private Application application;

    @BeforeAll
    void start() throws Exception {
        provider = Provider.start(Shop.settings(new MovableClock()));
        application = new Application(provider);
    }

    @AfterAll
    void stop() {
        provider.close();
    }

    private Map<String, String> refusal(String name, String value) throws Exception {
        Map<String, String> request = Application.request();
        request.put(name, value);
        return refusal(application.address(request));
    }

    private Map<String, String> refusal(URI address) throws Exception {
        HttpResponse<String> response = application.get(address);
        assertThat(response.statusCode()).isEqualTo(303);
        String location = response.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(Shop.BACK + "&");
        return Application.parameters(URI.create(location));
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, '', invalid_request",
        "response_type, token, unsupported_response_type",
        "response_type, code id_token, unsupported_response_type",
        "scope, '', invalid_scope",
        "scope, calendar, invalid_scope",
        "scope, mail.imap nonsense, invalid_scope",
        "code_challenge, '', invalid_request",
        "code_challenge, short, invalid_request",
        "code_challenge_method, '', invalid_request",
        "code_challenge_method, plain, invalid_request",
        "prompt, none, interaction_required"
    })
    void theApplicationIsToldWithItsStateAndTheIssuer(String name, String value, String error) throws Exception {
        assertThat(refusal(name, value))
                .containsEntry("error", error)
                .containsEntry("state", "st&te")
                .containsEntry("iss", provider.endpoints().issuer().toString())
                .doesNotContainKey("code");
    }

    @Test
    void aParameterSentTwiceIsRefused() throws Exception {
        URI address = URI.create(application.address(Application.request()) + "&scope=mail.imap");
        assertThat(refusal(address)).containsEntry("error", "invalid_request");
    }

    @Test
    void aClientThatMayNotAskPeopleIsRefused() throws Exception {
        provider.register(new RegisteredClient(
                "robot",
                "x",
                "Robot",
                Shop.WIKI.redirectUris(),
                Shop.WIKI.scopes(),
                Shop.WIKI.scopes(),
                java.util.Set.of(RegisteredClient.Right.CLIENT_CREDENTIALS)));
        assertThat(refusal("client_id", "robot")).containsEntry("error", "unauthorized_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server_error", "temporarily_unavailable"})
    void troubleOfItsOwnIsToldToo(String error) throws Exception {
        provider.controls().refuseEverything(400, error, "Not today");
        try {
            assertThat(refusal("state", "st&te")).containsEntry("error", error).containsEntry("state", "st&te");
        } finally {
            provider.controls().refuseNothing();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, nobody",
        "client_id, ''",
        "redirect_uri, ''",
        "redirect_uri, http://wiki.test/callback",
        "redirect_uri, http://wiki.test/callback?app=mail&x=1",
        "redirect_uri, http://wiki.test:80/callback?app=mail",
        "redirect_uri, HTTP://wiki.test/callback?app=mail",
        "redirect_uri, http://evil.test/callback?app=mail"
    })
    void aRequestOfWhoKnowsWhomIsAnsweredOnlyOnAPage(String name, String value) throws Exception {
        Map<String, String> request = Application.request();
        request.put(name, value);
        HttpResponse<String> response = application.get(application.address(request));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Location")).isEmpty();
        assertThat(response.body()).contains("id=\"message\"");
    }
}
