package org.incomingmail.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock of the machine was wrong, and somebody set it right. */
class ClockJumpTest {
    private static final Duration YEAR = Duration.ofDays(365);

    @TempDir
    Path spool;

    private World world;

    @BeforeEach
    void setUp() {
        world = new World(spool);
    }

    @Test
    void aMailboxCheckedInTheFutureIsCheckedAgainToday() {
        world.now = world.now.plus(YEAR);
        world.fetch();
        world.now = world.now.minus(YEAR);
        world.mailbox.receive("one");
        fetchDue();
        assertThat(world.pages).as("pages once the clock is right").containsExactly("one");
    }

    @Test
    void aMailToBeTriedAgainInTheFutureIsTriedAgainToday() {
        world.poison.put("one", new IOException("wiki is down"));
        world.mailbox.receive("one");
        world.now = world.now.plus(YEAR);
        assertThat(world.fetch().outcomes()).containsEntry(State.RETRYING, 1);
        world.now = world.now.minus(YEAR);
        world.poison.clear();
        world.fetch();
        assertThat(world.pages).as("pages once the clock is right").containsExactly("one");
    }

    @Test
    void aJumpForwardsDuringACheckEndsItBetweenTwoMails() {
        world.mailbox.receive("one", "two", "three");
        world.at = step -> world.now = step.equals("publish") ? world.now.plus(YEAR) : world.now;
        FetchReport report = world.fetch();
        assertThat(report.status()).isEqualTo(FetchReport.Status.DONE);
        assertThat(report.remaining()).isEqualTo(2);
        world.at = step -> {};
        fetchDue();
        assertThat(world.pages).containsExactly("one", "two", "three");
        assertThat(world.mailbox.settled).hasSize(3);
    }

    @Test
    void smallCorrectionsAreWaitedOut() {
        world.fetch();
        world.now = world.now.minusSeconds(20);
        world.mailbox.receive("one");
        fetchDue();
        assertThat(world.pages).as("within the interval").isEmpty();
    }

    private void fetchDue() {
        try (Delivery.Running delivery = world.delivery()) {
            delivery.fetchDue();
            // closing waits for the checks, but ends them early: give this one its time
            org.assertj.core.api.Assertions.assertThatCode(() -> Thread.sleep(200))
                    .doesNotThrowAnyException();
        }
    }
}
