package org.incomingmail.confluence.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long settings may be those of before. */
class BrieflyTest {
    private long now = Long.MAX_VALUE - 10; // System.nanoTime() may overflow
    private String stored = "old";
    private int reads;
    private final Briefly<String, String> briefly = new Briefly<>(() -> now);

    private String value() {
        return briefly.get("key", () -> {
            reads++;
            return stored;
        });
    }

    private void pass(int millis) {
        now += Duration.ofMillis(millis).toNanos();
    }

    @Test
    void whatAnotherNodeChangedIsKnownAfterTwoSeconds() {
        assertThat(value()).isEqualTo("old");
        stored = "new";
        pass(1_999);
        assertThat(value()).isEqualTo("old");
        assertThat(reads).isEqualTo(1);
        pass(1);
        assertThat(value()).isEqualTo("new");
    }

    @Test
    void whatThisNodeChangesIsReadAnewUntilItIsCommitted() {
        assertThat(value()).isEqualTo("old");
        briefly.changing();
        assertThat(value()).as("not committed yet").isEqualTo("old");
        stored = "new";
        assertThat(value()).as("now it is").isEqualTo("new");
        pass(2_000);
        assertThat(value()).isEqualTo("new");
        int before = reads;
        pass(1_000);
        assertThat(value()).isEqualTo("new");
        assertThat(reads).as("kept again").isEqualTo(before);
    }
}
