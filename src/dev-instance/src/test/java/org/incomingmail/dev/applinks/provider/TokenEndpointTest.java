package org.incomingmail.dev.applinks.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.incomingmail.dev.applinks.LocalProvider;
import org.incomingmail.dev.applinks.MovingClock;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.applinks.links.ProviderType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A provider that does not behave: a clear error each time, in bounded time, and nothing leaks. */
final class TokenEndpointTest {
    private static final String REFRESH = "refresh-token-of-somebody";
    private final MovingClock clock = new MovingClock();
    private final TokenEndpoint endpoint = new TokenEndpoint(new BoundedSender(Duration.ofMinutes(2)), clock);
    private final TokenEndpoint hasty = new TokenEndpoint(new BoundedSender(Duration.ofSeconds(3)), clock);
    private final LocalProvider provider = new LocalProvider();
    private final OutgoingLink link = provider.link(ProviderType.CUSTOM, null, "mail", "offline_access");

    @AfterEach
    void close() {
        provider.close();
    }

    private void refresh() throws Exception {
        endpoint.refresh(link, provider.secret, REFRESH);
    }

    private void assertUnreachable(HttpHandler misbehaviour, String... words) {
        assertUnreachable(endpoint, misbehaviour, words);
    }

    private void assertUnreachable(TokenEndpoint asked, HttpHandler misbehaviour, String... words) {
        provider.misbehaviour = misbehaviour;
        assertThatThrownBy(() -> asked.refresh(link, provider.secret, REFRESH))
                .isInstanceOf(ProviderUnreachable.class)
                .hasMessageContainingAll(words)
                .satisfies(failure ->
                        assertThat(trace(failure)).doesNotContain(REFRESH).doesNotContain(provider.secret));
    }

    private static String trace(Throwable failure) {
        java.io.StringWriter text = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }

    @Test
    @Timeout(300)
    void oneThatNeverAnswersIsGivenUp() {
        CountDownLatch end = new CountDownLatch(1);
        assertUnreachable(hasty, exchange -> await(end), "127.0.0.1", "no complete answer within 3 s");
        end.countDown();
    }

    @Test
    @Timeout(300)
    void oneThatDripsIsGivenUpAsAWhole() {
        AtomicBoolean cut = new AtomicBoolean();
        assertUnreachable(
                hasty,
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, 0);
                    try {
                        while (true) {
                            exchange.getResponseBody().write(' ');
                            exchange.getResponseBody().flush();
                            Thread.sleep(100);
                        }
                    } catch (InterruptedException | java.io.IOException e) {
                        cut.set(true);
                    }
                },
                "no complete answer within 3 s");
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(30)).untilTrue(cut);
    }

    @Test
    void htmlIsNoTokenEndpoint() {
        assertUnreachable(
                exchange -> LocalProvider.answer(exchange, 200, "text/html", "<h1>Sign in to the hotel's network</h1>"),
                "does not answer as an OAuth 2.0 token endpoint",
                "text/html");
        assertUnreachable(exchange -> LocalProvider.answer(exchange, 407, "text/html", "<h1>Proxy</h1>"), "HTTP 407");
    }

    @Test
    void aHugeAnswerIsBrokenOff() {
        byte[] block = new byte[64 * 1024];
        Arrays.fill(block, (byte) 'a');
        AtomicBoolean cut = new AtomicBoolean();
        assertUnreachable(
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, 0);
                    try {
                        for (int i = 0; i < 16_000; i++) {
                            exchange.getResponseBody().write(block);
                        }
                    } catch (java.io.IOException e) {
                        cut.set(true);
                    }
                },
                "larger than 262144 bytes");
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(30)).untilTrue(cut);
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (LocalProvider elsewhere = new LocalProvider()) {
            assertUnreachable(
                    exchange -> {
                        exchange.getResponseHeaders()
                                .set("Location", elsewhere.address("/token").toString());
                        exchange.sendResponseHeaders(307, -1);
                    },
                    "redirects its token endpoint elsewhere");
            assertThat(elsewhere.tokenRequests).isEmpty();
        }
    }

    @Test
    void jsonThatIsNoTokenIsNone() {
        for (String json : new String[] {
            "{}",
            "[]",
            "{\"access_token\":17}",
            "{\"access_token\":\"" + REFRESH + "\"}",
            "not json " + REFRESH,
            "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":\"" + REFRESH + "\"}"
        }) {
            assertUnreachable(exchange -> LocalProvider.json(exchange, 200, json), "does not answer as");
        }
        assertUnreachable(exchange -> LocalProvider.json(exchange, 400, "{\"detail\":\"x\"}"), "HTTP 400");
        assertUnreachable(
                exchange -> LocalProvider.json(
                        exchange, 200, "{\"token_type\":\"Bearer\",\"access_token\":\"" + "x".repeat(50_000) + "\"}"),
                "more than 40000 characters");
    }

    @Test
    void aClosedPortAndAnUnknownHostAreSaid() throws Exception {
        try (LocalProvider gone = new LocalProvider()) {
            URI address = gone.address("/token");
            gone.close();
            assertThatThrownBy(() -> endpoint.refresh(at(address), "secret-of-it", REFRESH))
                    .hasMessage("127.0.0.1 cannot be reached: connection refused");
        }
        assertThatThrownBy(() ->
                        endpoint.refresh(at(URI.create("http://no-such-host.invalid/token")), "secret-of-it", REFRESH))
                .hasMessage("no-such-host.invalid cannot be reached: its host name is unknown");
    }

    private OutgoingLink at(URI tokenEndpoint) {
        return new OutgoingLink(
                "id",
                "name",
                "",
                link.type(),
                "client",
                null,
                link.scopes(),
                link.authorizationEndpoint(),
                tokenEndpoint,
                null);
    }

    @Test
    void aRefusalIsInTheProvidersWordsWithoutWhatItWasTold() {
        provider.misbehaviour = exchange -> LocalProvider.json(
                exchange,
                400,
                LocalProvider.error(
                        "invalid_grant",
                        "AADSTS700082: The refresh token " + REFRESH + " of " + provider.secret
                                + " has expired.\\r\\n\\tTrace ID: 0f"));
        assertThatThrownBy(this::refresh)
                .isInstanceOf(ProviderRefusal.class)
                .hasMessage("invalid_grant: AADSTS700082: The refresh token [...] of [...] has expired. Trace ID: 0f");
        provider.misbehaviour = exchange ->
                LocalProvider.json(exchange, 503, LocalProvider.error("temporarily_unavailable", "x".repeat(5000)));
        assertThatThrownBy(this::refresh).isInstanceOfSatisfying(ProviderRefusal.class, refusal -> {
            assertThat(refusal.error()).isEqualTo("temporarily_unavailable");
            assertThat(refusal.forGood()).isFalse();
            assertThat(refusal.description()).hasSizeLessThan(1100);
        });
    }

    @Test
    void tokensOfMoreThan4096CharactersAndOddLifetimesAreTaken() throws Exception {
        String huge = "x".repeat(9000);
        provider.misbehaviour = exchange ->
                LocalProvider.json(exchange, 200, "{\"token_type\":\"Bearer\",\"access_token\":\"" + huge + "\"}");
        Grant grant = endpoint.refresh(link, provider.secret, REFRESH);
        assertThat(grant.accessToken()).isEqualTo(huge);
        assertThat(grant.expires()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
        assertThat(grant.scopes()).as("as requested").containsExactly("mail", "offline_access");
        assertThat(grant.toString()).doesNotContain("xxx");

        provider.misbehaviour = exchange -> LocalProvider.json(
                exchange, 200, "{\"token_type\":\"Bearer\",\"access_token\":\"a\",\"expires_in\":9223372036854775807}");
        assertThat(endpoint.refresh(link, provider.secret, REFRESH).expires())
                .isBefore(clock.instant().plus(Duration.ofDays(3700)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
