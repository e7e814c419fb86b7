package org.incomingmail.dev.applinks.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.oauth2.client.api.storage.TokenHandler;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.incomingmail.dev.applinks.World;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.services.Locks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a link and a token on PostgreSQL, whose SQL is stricter. */
final class PostgresTokensTest {
    @Test
    void aTokenIsKeptAliveRefusedAndForgotten(@TempDir Path home) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                World world = new World(home, Optional.of(postgres.getJdbcUrl("postgres", "postgres")))) {
            OutgoingLink link = world.link();
            TokenHandler handler = world.node();
            String id = world.consented(link);
            world.clock.pass(Duration.ofHours(1));
            assertThat(handler.getRefreshedToken(id).getAccessToken()).isNotEqualTo("access-token-first");

            world.links.rotateSecret(link.id(), world.provider.secret, LocalDate.of(2030, 1, 31));
            assertThat(world.links.find(link.id()).orElseThrow().secretExpires())
                    .isEqualTo(LocalDate.of(2030, 1, 31));
            world.provider.liveRefreshTokens.clear();
            world.clock.pass(Duration.ofHours(1));
            assertThatThrownBy(() -> handler.getRefreshedToken(id)).hasMessageStartingWith("invalid_grant");
            assertThat(world.tokens.find(id).orElseThrow().invalidSince()).isEqualTo(world.clock.instant());

            assertThat(world.tokens.removeWorthless(world.clock.instant().plusSeconds(1)))
                    .isEqualTo(1);
            String other = world.consented(world.link());
            world.links.remove(world.tokens.find(other).map(StoredToken::linkId).orElseThrow());
            assertThat(world.tokens.find(other)).as("goes with its link").isEmpty();
        }
    }

    @Test
    void nodesThatShareNothingButTheDatabaseRefreshOnce(@TempDir Path home) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            try (World world = new World(home, Optional.of(url))) {
                String id = world.consented(world.link());
                List<TokenHandler> nodes =
                        List.of(world.node(Locks.of(Optional.of(url))), world.node(Locks.of(Optional.of(url))));
                world.clock.pass(Duration.ofHours(1));
                long before = world.provider.refreshes();
                ExecutorService threads = Executors.newFixedThreadPool(16);
                List<Future<String>> asked = IntStream.range(0, 16)
                        .mapToObj(number -> threads.submit(() ->
                                nodes.get(number % 2).getRefreshedToken(id).getAccessToken()))
                        .toList();
                Set<String> given = new HashSet<>();
                for (Future<String> answer : asked) {
                    given.add(answer.get(1, TimeUnit.MINUTES));
                }
                threads.shutdown();
                assertThat(given).hasSize(1);
                assertThat(world.provider.refreshes() - before).isEqualTo(1);
            }
        }
    }
}
