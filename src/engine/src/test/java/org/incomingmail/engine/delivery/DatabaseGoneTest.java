package org.incomingmail.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.incomingmail.engine.server.AfterProcessing;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database goes away at each of its steps, stays away for some checks, and comes back. */
class DatabaseGoneTest {
    @TempDir
    Path spool;

    @ParameterizedTest
    @EnumSource(names = {"LEAVE", "MOVE", "DELETE"})
    void nothingIsLostOrDoubledWhereverItHappens(AfterProcessing policy) {
        int steps = steps(policy);
        assertThat(steps).isGreaterThan(15);
        for (int number = 1; number <= steps; number++) {
            goneAtStep(policy, number);
        }
    }

    private void goneAtStep(AfterProcessing policy, int number) {
        World world = world(policy);
        AtomicInteger step = new AtomicInteger();
        world.at = reached -> world.databaseGone |= step.incrementAndGet() == number;
        FetchReport report = world.fetch();
        assertThat(report.failure().map(failure -> failure.code().id()))
                .as("code when the database goes at step %s", number)
                .contains("IM-CHECK-FAILED");
        assertThat(world.fetch().status()).isEqualTo(FetchReport.Status.FAILED);
        world.at = reached -> {};
        world.databaseGone = false;
        assertThat(world.fetch().status()).as("step %s", number).isEqualTo(FetchReport.Status.DONE);
        assertThat(world.pages).as("step %s", number).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(world.mailbox.settled).hasSize(policy == AfterProcessing.LEAVE ? 0 : 3);
        assertThat(world.ledger.unsettled(World.ID, "77")).isEmpty();
    }

    private int steps(AfterProcessing policy) {
        World world = world(policy);
        AtomicInteger steps = new AtomicInteger();
        world.at = reached -> steps.incrementAndGet();
        world.fetch();
        return steps.get();
    }

    private World world(AfterProcessing policy) {
        World world = new World(spool);
        world.policy = policy;
        world.mailbox.receive("one", "two", "three");
        return world;
    }
}
