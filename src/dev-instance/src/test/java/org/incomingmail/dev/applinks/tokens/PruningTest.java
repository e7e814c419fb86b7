package org.incomingmail.dev.applinks.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.scheduler.JobRunnerRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.incomingmail.dev.applinks.World;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.applinks.provider.Grant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

@SuppressWarnings("NullAway.Init")
final class PruningTest {
    private World world;
    private OutgoingLink link;
    private Pruning pruning;

    @BeforeEach
    void open(@TempDir Path home) {
        world = new World(home);
        link = world.link();
        pruning = new Pruning(world.tokens, world.lifetimes, world.clock);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void prune() {
        assertThat(pruning.runJob(Mockito.mock(JobRunnerRequest.class)).getMessage())
                .contains("expired");
    }

    private boolean isThere(String id) {
        return world.tokens.find(id).isPresent();
    }

    private String without(Holder holder, Duration lifetime, boolean refreshable) {
        StoredToken token = StoredToken.granted(
                link.id(),
                holder,
                new Grant("access", world.clock.instant().plus(lifetime), refreshable ? "refresh" : null, List.of()),
                "",
                world.clock.instant());
        world.tokens.add(token);
        return token.id();
    }

    @Test
    void aWithdrawnConsentIsKeptForThirtyDaysThenForgotten() {
        String id = world.consented(link);
        world.provider.liveRefreshTokens.clear();
        world.clock.pass(Duration.ofHours(1));
        assertThatThrownBy(() -> world.node().getRefreshedToken(id)).hasMessageStartingWith("invalid_grant");

        world.clock.pass(Duration.ofDays(30));
        prune();
        assertThat(isThere(id)).isTrue();
        world.clock.pass(Duration.ofSeconds(1));
        prune();
        assertThat(isThere(id)).isFalse();
    }

    @Test
    void whatExpiredWithoutRefreshTokenIsForgottenAndWhatCanBeRefreshedNever() {
        String lonely = without(Holder.APP, Duration.ofDays(31), false);
        String refreshable = without(Holder.APP, Duration.ofHours(1), true);
        world.clock.pass(Duration.ofDays(61));
        prune();
        assertThat(isThere(lonely)).as("expired 30 days ago").isTrue();
        world.clock.pass(Duration.ofDays(400));
        prune();
        assertThat(isThere(lonely)).isFalse();
        assertThat(isThere(refreshable))
                .as("no life of a refresh token is assumed")
                .isTrue();
    }

    @Test
    void aTokenThatNoAppTookIsForgottenAfterAnHour() {
        String pending = without(Holder.PENDING, Duration.ofHours(1), true);
        String taken = without(Holder.APP, Duration.ofHours(1), true);
        world.clock.pass(Duration.ofMinutes(59));
        prune();
        assertThat(isThere(pending)).isTrue();
        world.clock.pass(Duration.ofMinutes(2));
        prune();
        assertThat(isThere(pending)).isFalse();
        assertThat(isThere(taken)).isTrue();
    }

    @Test
    void theJobFollowsTheDocumentedSchedule() {
        assertThat(pruning.job().config().getSchedule().cronExpression()).isEqualTo("0 0 23 * * ?");
        assertThat(Lifetimes.ofSystemProperties()).as("the documented defaults").isEqualTo(world.lifetimes);
    }
}
