package org.incomingmail.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The node dies at a step; the next check ends the work, with each mail published once and settled once. */
class CrashTest {
    @TempDir
    Path spool;

    @ParameterizedTest(name = "dies at {0} number {1}")
    @CsvSource({
        "fetch,1", "fetch,3", "commit,1", "commit,2", "commit,3", "commit,4", "commit,5", "commit,6", "commit,7",
        "keep,1", "keep,2", "read,1", "read,3", "publish,1", "publish,2", "publish,3", "settle,1", "settle,2"
    })
    void nothingIsLostOrDoubled(String step, int number) {
        World world = new World(spool);
        world.mailbox.receive("one", "two", "three");
        AtomicInteger count = new AtomicInteger();
        world.at = reached -> {
            if (reached.equals(step) && count.incrementAndGet() == number) {
                throw new NodeDied();
            }
        };
        assertThatThrownBy(world::fetch).isInstanceOf(NodeDied.class);
        world.at = reached -> {};
        world.locked.clear();
        world.fetch();
        assertThat(world.pages).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(world.ledger.rows())
                .allSatisfy(row -> assertThat(row.state()).isEqualTo(State.PAGE_CREATED));
        assertThat(world.mailbox.settled).containsExactly(1L, 2L, 3L);
        assertThat(world.ledger.unsettled(World.ID, "77")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({"read", "publish"})
    void aMessageThatKillsTheNodeIsQuarantinedInTheEnd(String step) {
        World world = new World(spool);
        world.mailbox.receive("deadly");
        world.at = reached -> {
            if (reached.equals(step)) {
                throw new NodeDied();
            }
        };
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThatThrownBy(world::fetch).isInstanceOf(NodeDied.class);
            world.locked.clear();
        }
        assertThat(world.fetch().outcomes()).containsEntry(State.QUARANTINED, 1);
        assertThat(world.pages).isEmpty();
        assertThat(world.mailbox.settled).isEmpty();
    }

    /** Like the end of the process: nothing of ours catches it. */
    private static final class NodeDied extends VirtualMachineError {
        private static final long serialVersionUID = 1L;
    }
}
