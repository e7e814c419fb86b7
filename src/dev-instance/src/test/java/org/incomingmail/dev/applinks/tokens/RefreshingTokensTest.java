package org.incomingmail.dev.applinks.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.oauth2.client.api.storage.TokenHandler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.incomingmail.dev.applinks.LocalProvider;
import org.incomingmail.dev.applinks.World;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.applinks.provider.Grant;
import org.incomingmail.dev.applinks.provider.ProviderRefusal;
import org.incomingmail.dev.applinks.provider.ProviderUnreachable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
final class RefreshingTokensTest {
    private World world;
    private TokenHandler handler;
    private OutgoingLink link;
    private String id;

    @BeforeEach
    void open(@TempDir Path home) {
        world = new World(home);
        handler = world.node();
        link = world.link();
        id = world.consented(link);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private StoredToken stored() {
        return world.tokens.find(id).orElseThrow();
    }

    private String access() throws Exception {
        return handler.getRefreshedToken(id).getAccessToken();
    }

    @Test
    void aTokenThatIsGoodForAWhileIsGivenAsItIs() throws Exception {
        world.clock.pass(Duration.ofMinutes(57));
        assertThat(access()).isEqualTo("access-token-first");
        assertThat(world.provider.refreshes()).isZero();
    }

    @Test
    void aTokenIsRefreshedBeforeItExpires() throws Exception {
        world.clock.pass(Duration.ofMinutes(58));
        assertThat(access()).isNotEqualTo("access-token-first");
        assertThat(access()).isEqualTo(stored().accessToken());
        assertThat(world.provider.refreshes()).isEqualTo(1);
        assertThat(stored().refreshed()).isEqualTo(world.clock.instant());
    }

    @Test
    void aTokenThatLivesForSecondsIsUsedForMostOfThem() throws Exception {
        world.provider.lifetime = Duration.ofSeconds(50);
        world.clock.pass(Duration.ofHours(1));
        String short1 = access();
        world.clock.pass(Duration.ofSeconds(39));
        assertThat(access()).as("four fifths of its life").isEqualTo(short1);
        world.clock.pass(Duration.ofSeconds(2));
        assertThat(access()).isNotEqualTo(short1);
    }

    @Test
    void theRotatedRefreshTokenIsStoredBeforeTheTokenIsUsed() throws Exception {
        world.clock.pass(Duration.ofHours(1));
        String given = access();

        assertThat(stored().accessToken()).isEqualTo(given);
        assertThat(world.provider.liveRefreshTokens)
                .as("the one that the provider still takes")
                .containsExactly(stored().getRefreshToken());
        world.clock.pass(Duration.ofHours(1));
        assertThat(access()).isNotEqualTo(given);
    }

    @Test
    void aProviderThatDoesNotRotateLeavesTheRefreshTokenInForce() throws Exception {
        world.provider.givesRefreshTokens = false;
        world.clock.pass(Duration.ofHours(1));
        access();
        assertThat(stored().getRefreshToken()).isEqualTo("refresh-token-first-" + link.id());
    }

    @Test
    void whatAProviderGaveStaysWhenTheCallersTransactionRollsBack() {
        world.clock.pass(Duration.ofHours(1));
        assertThatThrownBy(() -> world.database.inTransaction(() -> {
                    try {
                        access();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                    throw new IllegalStateException("the caller's work failed");
                }))
                .hasMessage("the caller's work failed");

        assertThat(stored().revision()).isEqualTo(1);
        assertThat(world.provider.liveRefreshTokens).contains(String.valueOf(stored().getRefreshToken()));
    }

    @Test
    void thirtyTwoThreadsOnTwoNodesRefreshOnce() throws Exception {
        world.clock.pass(Duration.ofHours(1));
        List<TokenHandler> nodes = List.of(world.node(), world.node());

        List<String> given = together(
                32, number -> () -> nodes.get(number % 2).getRefreshedToken(id).getAccessToken());

        assertThat(given).hasSize(32).containsOnly(stored().accessToken());
        assertThat(world.provider.refreshes()).isEqualTo(1);
    }

    @Test
    void aTokenThatAMailServerRefusedIsRefreshedOnceHoweverManyReportIt() throws Exception {
        List<String> given = together(
                32,
                number -> () ->
                        handler.getTokenAfterRefusal(id, "access-token-first").getAccessToken());

        assertThat(given).containsOnly(stored().accessToken());
        assertThat(world.provider.refreshes()).isEqualTo(1);
        handler.getTokenAfterRefusal(id, stored().accessToken());
        assertThat(world.provider.refreshes()).as("another refused token").isEqualTo(2);
    }

    @Test
    void aNetworkFailureKeepsTheTokens() throws Exception {
        world.clock.pass(Duration.ofHours(1));
        world.provider.misbehaviour = exchange -> exchange.close();
        assertThatThrownBy(this::access).isInstanceOf(ProviderUnreachable.class).hasMessageContaining("127.0.0.1");
        world.provider.misbehaviour = exchange -> LocalProvider.answer(exchange, 503, "text/html", "<h1>down</h1>");
        assertThatThrownBy(this::access).hasMessageContaining("HTTP 503");
        assertThat(stored().invalidSince()).isNull();
        assertThat(stored().refusal()).isNotNull();

        world.provider.misbehaviour = null;
        assertThat(access()).isNotEqualTo("access-token-first");
        assertThat(stored().refusal()).as("forgotten with the next success").isNull();
    }

    @Test
    void invalidGrantMarksTheTokenInvalidAndSaysWhy() {
        world.provider.liveRefreshTokens.clear();
        world.clock.pass(Duration.ofHours(1));
        assertThatThrownBy(this::access)
                .isInstanceOf(ProviderRefusal.class)
                .hasMessage("invalid_grant: Token has been expired or revoked.");
        assertThat(stored().invalidSince()).isEqualTo(world.clock.instant());
        assertThat(stored().refusal()).extracting(Refusal::text).asString().startsWith("invalid_grant");
    }

    @Test
    void anyOtherRefusalKeepsTheToken() throws Exception {
        world.provider.secret = "another-secret-since";
        world.clock.pass(Duration.ofHours(1));
        assertThatThrownBy(this::access).hasMessageStartingWith("invalid_client: AADSTS7000215");
        assertThat(stored().invalidSince()).isNull();
    }

    @Test
    void rotatingTheSecretKeepsConsent() throws Exception {
        world.provider.secret = "another-secret-since";
        world.clock.pass(Duration.ofHours(1));
        assertThatThrownBy(this::access).isInstanceOf(ProviderRefusal.class);

        world.links.rotateSecret(link.id(), "another-secret-since", null);

        assertThat(access()).isNotEqualTo("access-token-first");
    }

    @Test
    void thoseWhoWaitedForAFailedRefreshHearOfItWithoutAskingAgain() throws Exception {
        world.clock.pass(Duration.ofHours(1));
        world.provider.liveRefreshTokens.clear();
        CountDownLatch asking = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        world.provider.beforeRefresh = () -> {
            asking.countDown();
            await(answer);
            world.clock.pass(Duration.ofMillis(5));
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> first = threads.submit(() -> handler.getRefreshedToken(id));
            await(asking);
            Future<?> second = threads.submit(() -> handler.getRefreshedToken(id));
            // the second has begun once it waits for the lock
            org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> world.waiting() == 1);
            answer.countDown();
            for (Future<?> each : List.of(first, second)) {
                assertThatThrownBy(each::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(ProviderRefusal.class);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(world.provider.refreshes()).isEqualTo(1);
    }

    @Test
    void withoutARefreshTokenAnExpiredTokenIsUsedUp() {
        StoredToken lonely = StoredToken.granted(
                link.id(),
                Holder.APP,
                new Grant("long-lived", world.clock.instant().plus(Duration.ofDays(40)), null, List.of()),
                "",
                world.clock.instant());
        world.tokens.add(lonely);
        world.clock.pass(Duration.ofDays(41));
        assertThatThrownBy(() -> handler.getRefreshedToken(lonely.id()))
                .isInstanceOf(ProviderRefusal.class)
                .hasMessageStartingWith("invalid_grant");
    }

    @Test
    void aTokenNobodyKnowsIsSaidToBeMissing() {
        assertThatThrownBy(() -> handler.getRefreshedToken("nothing")).hasMessageContaining("no token");
        world.links.remove(link.id());
        assertThatThrownBy(() -> handler.getRefreshedToken(id)).hasMessageContaining("no token");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> List<T> together(int count, java.util.function.IntFunction<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<T>> running = IntStream.range(0, count)
                    .mapToObj(number -> threads.submit(() -> {
                        await(start);
                        return work.apply(number).call();
                    }))
                    .toList();
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
