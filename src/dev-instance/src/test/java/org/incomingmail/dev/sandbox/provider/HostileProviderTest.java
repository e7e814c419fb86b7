package org.incomingmail.dev.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.atlassian.confluence.oauth2.OAuth2Exception;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.applinks.links.ProviderType;
import org.incomingmail.dev.applinks.provider.BoundedSender;
import org.incomingmail.dev.applinks.provider.Grant;
import org.incomingmail.dev.applinks.provider.ProviderRefusal;
import org.incomingmail.dev.applinks.provider.ProviderUnreachable;
import org.incomingmail.dev.applinks.provider.TokenEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a provider does, the wiki says in plain words what is wrong, in bounded time, and gives nothing away. */
@SuppressWarnings("NullAway.Init")
class HostileProviderTest {
    private static final String SECRET = "the-client-secret-nobody-may-see";
    private static final String VERIFIER = "the-code-verifier-nobody-may-see-0123456789";
    private static final String REFRESH = "the-refresh-token-nobody-may-see";
    private static final List<String> NOT_TO_BE_SEEN =
            List.of(SECRET, VERIFIER, REFRESH, HostileProvider.CODE, HostileProvider.TOKEN);

    private HostileProvider hostile;
    private HeardLogs logs;
    private TokenEndpoint client;

    @BeforeEach
    void start() {
        hostile = new HostileProvider();
        logs = new HeardLogs();
        client = new TokenEndpoint(new BoundedSender(Duration.ofSeconds(3)), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        logs.close();
        hostile.close();
    }

    private OutgoingLink link() {
        return new OutgoingLink(
                "1",
                "Hostile",
                "",
                ProviderType.CUSTOM,
                "wiki",
                null,
                List.of("mail.imap"),
                hostile.authorizationEndpoint(),
                hostile.tokenEndpoint(),
                null);
    }

    private Grant exchanged() throws OAuth2Exception {
        return client.exchange(link(), SECRET, HostileProvider.CODE, URI.create("http://wiki.test/back"), VERIFIER);
    }

    /** What both ways to ask for a token say; neither message, stack trace nor log holds a secret. */
    private List<OAuth2Exception> failures() {
        List<OAuth2Exception> failures = List.of(
                catchThrowableOfType(OAuth2Exception.class, this::exchanged),
                catchThrowableOfType(OAuth2Exception.class, () -> client.refresh(link(), SECRET, REFRESH)));
        for (OAuth2Exception failure : failures) {
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain(NOT_TO_BE_SEEN).doesNotContain("<script>");
        }
        assertThat(logs.text()).doesNotContain(NOT_TO_BE_SEEN);
        return failures;
    }

    private void assertUnreachable(String words) {
        assertThat(failures()).allSatisfy(failure -> assertThat(failure)
                .isInstanceOf(ProviderUnreachable.class)
                .hasMessageStartingWith("127.0.0.1 ")
                .hasMessageContaining(words));
    }

    @Test
    void anAnswerThatComesTooLateIsNotWaitedFor() {
        hostile.answersAfter(Duration.ofMinutes(2));
        assertUnreachable("no complete answer within 3 s");
    }

    @Test
    void noAnswerAtAllIsNotWaitedFor() {
        hostile.answersNever();
        assertUnreachable("no complete answer within 3 s");
    }

    @Test
    void aByteASecondIsNotWaitedFor() {
        hostile.drips();
        assertUnreachable("no complete answer within 3 s");
    }

    @Test
    void hangingUpIsSaid() {
        hostile.hangsUp();
        assertUnreachable("cannot be reached");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404})
    void aWebPageIsNoTokenEndpoint(int status) {
        hostile.answersWithHtml(status);
        assertUnreachable("does not answer as an OAuth 2.0 token endpoint (HTTP " + status + ", text/html)");
    }

    @Test
    void aFailingWebServerIsTroubleThatMayPass() {
        hostile.answersWithHtml(502);
        assertUnreachable("answers with HTTP 502");
    }

    @Test
    void aHugeAnswerIsBrokenOff() {
        hostile.answersHugely();
        assertUnreachable("the answer is larger than 262144 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowedAndNothingIsToldElsewhere(int status) {
        try (var elsewhere = new HostileProvider()) {
            hostile.redirectsTo(status, elsewhere.tokenEndpoint());
            assertUnreachable("redirects its token endpoint elsewhere");
            assertThat(elsewhere.heard()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAC", "", "Bearer\\r\\nX: y"})
    void aTokenOfAnUnknownTypeIsNotUsed(String type) {
        hostile.givesTokensOfType(type);
        assertUnreachable("does not answer as an OAuth 2.0 token endpoint");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"access_token\":\"an-access-token-of-the-hostile-provider\"",
                "application/json | {}",
                "application/json | []",
                "application/json | null",
                "application/json | {\"access_token\":7,\"token_type\":\"Bearer\"}",
                "application/json | {\"access_token\":\"\",\"token_type\":\"Bearer\"}",
                "text/plain | access_token=an-access-token-of-the-hostile-provider&token_type=Bearer"
            })
    void anythingButATokenAnswerIsSaidToBeThat(String type, String body) {
        hostile.answersWithText(type, body);
        assertUnreachable("does not answer as an OAuth 2.0 token endpoint");
    }

    @Test
    void deeplyNestedJsonBreaksNothing() {
        hostile.answersWithText("application/json", "{\"a\":".repeat(40_000));
        assertUnreachable("does not answer as an OAuth 2.0 token endpoint");
    }

    @Test
    void aTokenLongerThanAnyIsNotKept() {
        hostile.gives("x".repeat(50_000));
        assertUnreachable("sent a token of more than 40000 characters");
    }

    @Test
    void secretsThatAreRepeatedAreNotShown() {
        hostile.repeatsWhatItHears("invalid_grant");
        assertThat(failures()).allSatisfy(failure -> assertThat(failure).isInstanceOf(ProviderRefusal.class));
    }

    @Test
    void aTokenForSomebodyElseIsLeftToTheMailServerToRefuse() throws Exception {
        // an opaque token does not show whose it is
        hostile.gives("a-token-of-somebody-else");
        assertThat(exchanged().accessToken()).isEqualTo("a-token-of-somebody-else");
        try (var honest = Provider.start(Shop.settings(new MovableClock()))) {
            assertThat(honest.controls().inspect("a-token-of-somebody-else")).isEmpty();
        }
    }

    @Test
    void ordinaryAnswersAreUnderstood() throws Exception {
        assertThat(exchanged().accessToken()).isEqualTo(HostileProvider.TOKEN);
        assertThat(exchanged().toString()).doesNotContain(NOT_TO_BE_SEEN);
        assertThat(hostile.heard().get(0))
                .as("the hostile provider hears the secret that was meant for it")
                .contains(SECRET);
    }
}
