package org.incomingmail.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.connection.Stage;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.ServerState;
import org.incomingmail.engine.server.ServerState.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {
    @TempDir
    Path spool;

    private World world;

    @BeforeEach
    void setUp() {
        world = new World(spool);
    }

    @Test
    void mailBecomesPagesOnceAndIsSettledAfterwards() throws Exception {
        world.mailbox.receive("one", "two", "three");
        FetchReport report = world.fetch();
        assertThat(report.status()).isEqualTo(FetchReport.Status.DONE);
        assertThat(report.outcomes()).containsEntry(State.PAGE_CREATED, 3);
        assertThat(world.pages).containsExactly("one", "two", "three");
        assertThat(world.mailbox.settled).containsExactly(1L, 2L, 3L);
        assertThat(Files.list(spool)).as("spool files left").isEmpty();
        assertThat(world.fetch().outcomes()).isEmpty();
        assertThat(world.mailbox.fetched).as("fetched once each").hasSize(3);
    }

    @Test
    void aFailingMessageIsTriedFiveTimesThenQuarantinedWhileOthersGoOn() {
        world.poison.put("bad", new StackOverflowError());
        world.mailbox.receive("one", "bad", "two");
        assertThat(world.fetch().outcomes()).containsEntry(State.RETRYING, 1).containsEntry(State.PAGE_CREATED, 2);
        assertThat(world.fetch().outcomes()).as("not before its time").isEmpty();
        for (int attempt = 2; attempt <= 4; attempt++) {
            world.now = world.now.plus(Duration.ofHours(1));
            assertThat(world.fetch().outcomes()).containsEntry(State.RETRYING, 1);
        }
        world.now = world.now.plus(Duration.ofHours(1));
        assertThat(world.fetch().outcomes()).containsEntry(State.QUARANTINED, 1);
        world.now = world.now.plus(Duration.ofDays(1));
        assertThat(world.fetch().outcomes()).isEmpty();
        assertThat(world.pages).containsExactly("one", "two");
        assertThat(world.mailbox.settled).as("the bad one stays").containsExactly(1L, 3L);
    }

    @Test
    void errorsOfAnyKindStayWithTheirMessage() {
        world.poison.put("linkage", new NoClassDefFoundError("x"));
        world.poison.put("checked", new java.io.IOException("x"));
        world.poison.put("assertion", new AssertionError("x"));
        world.mailbox.receive("linkage", "checked", "assertion", "good");
        assertThat(world.fetch().outcomes()).containsEntry(State.RETRYING, 3).containsEntry(State.PAGE_CREATED, 1);
    }

    @Test
    void aMessageThatIsTooLargeIsJournalledButNeitherFetchedNorSettled() {
        world.limits = new Limits(500, 100, 5, Duration.ofMinutes(1), Duration.ofMinutes(5), 0, 2);
        world.mailbox.receive("x".repeat(200), "small");
        assertThat(world.fetch().outcomes()).containsEntry(State.SKIPPED, 1).containsEntry(State.PAGE_CREATED, 1);
        assertThat(world.mailbox.fetched).containsExactly("2");
        assertThat(world.mailbox.settled).containsExactly(2L);
        assertThat(world.code(0)).isEqualTo("IM-TOO-LARGE");
    }

    @Test
    void newUidsForOldMailMakeNoSecondPage() {
        world.mailbox.receive("one", "two");
        world.fetch();
        world.mailbox.epoch = "78"; // UIDVALIDITY changed: the mailbox was rebuilt
        world.mailbox.settled.clear();
        assertThat(world.fetch().outcomes()).containsEntry(State.SKIPPED, 2);
        assertThat(world.pages).containsExactly("one", "two");
    }

    @Test
    void whatWaitsForAnotherAttemptAndIsTakenOutOfTheMailboxDoesNotWaitForever() {
        world.poison.put("bad", new IllegalStateException("no"));
        world.mailbox.receive("bad", "good");
        world.fetch();
        world.mailbox.messages.remove(1L);
        world.now = world.now.plus(Duration.ofHours(23));
        world.fetch();
        assertThat(world.ledger.rows().get(0).state()).as("it may be back").isEqualTo(State.RETRYING);
        world.now = world.now.plus(Duration.ofHours(1));
        world.fetch();
        assertThat(world.ledger.rows().get(0).state()).isEqualTo(State.QUARANTINED);
        assertThat(world.code(0)).isEqualTo("IM-MESSAGE-GONE");
        assertThat(world.raw).as("there is a copy to try").containsKey(1L);
    }

    @Test
    void whatWaitsForAnotherAttemptIsTakenUpUnderItsNewNumberOrTheOldOneOnceItIsGoodAgain() {
        world.poison.put("bad", new IllegalStateException("no"));
        world.mailbox.receive("bad");
        world.fetch();
        world.mailbox.epoch = "78";
        world.fetch();
        assertThat(world.code(0)).isEqualTo("IM-RENUMBERED");
        assertThat(world.ledger.rows().get(1).state()).isEqualTo(State.RETRYING);
        world.poison.clear();
        world.mailbox.epoch = "77";
        assertThat(world.fetch().outcomes()).containsEntry(State.PAGE_CREATED, 1);
        world.mailbox.epoch = "78";
        world.now = world.now.plus(Duration.ofHours(1));
        assertThat(world.fetch().outcomes()).containsEntry(State.SKIPPED, 1);
        assertThat(world.pages).containsExactly("bad");
    }

    @Test
    void rejectedMailIsNeverDeleted() {
        world.policy = AfterProcessing.DELETE;
        world.mailbox.receive("reject me", "fine");
        world.fetch();
        assertThat(world.mailbox.settled).as("deleted").containsExactly(2L);
    }

    @Test
    void aMailServerThatWantsToBeLeftAloneIs() {
        world.limits = new Limits(2, 10_000, 5, Duration.ofMinutes(1), Duration.ofMinutes(5), 0, 2);
        world.mailbox.loginDelay = Duration.ofMinutes(15);
        world.mailbox.receive("one", "two", "three");
        assertThat(world.fetch().remaining()).isEqualTo(1);
        assertThat(world.state().nextCheck()).isEqualTo(world.now.plus(Duration.ofMinutes(15)));
    }

    @Test
    void whatExceedsTheCountWaitsForTheNextCheck() {
        world.limits = new Limits(2, 10_000, 5, Duration.ofMinutes(1), Duration.ofMinutes(5), 0, 2);
        world.mailbox.receive("one", "two", "three");
        assertThat(world.fetch().remaining()).isEqualTo(1);
        assertThat(world.state().nextCheck()).as("the rest is due at once").isEqualTo(world.now);
        assertThat(world.fetch().outcomes()).containsEntry(State.PAGE_CREATED, 1);
        assertThat(world.pages).containsExactly("one", "two", "three");
    }

    @Test
    void aFullDiskFetchesNothingAndSaysSo() {
        world.limits = new Limits(500, 10_000, 5, Duration.ofMinutes(1), Duration.ofMinutes(5), Long.MAX_VALUE / 2, 2);
        world.mailbox.receive("one");
        FetchReport report = world.fetch();
        assertThat(report.failure().orElseThrow().code()).isEqualTo(DeliveryCode.DISK_FULL);
        assertThat(report.remaining()).isEqualTo(1);
        assertThat(world.state().status()).isEqualTo(Status.FAILING);
    }

    @Test
    void anotherCheckOfTheSameMailboxIsBusy() {
        world.locked.add(World.ID);
        assertThat(world.fetch().status()).isEqualTo(FetchReport.Status.BUSY);
        world.locked.clear();
        world.enabled = false;
        assertThat(world.fetch().status()).isEqualTo(FetchReport.Status.DISABLED);
    }

    @Test
    void refusedCredentialsStopTheServerAfterThreeTimesUntilItIsReset() {
        world.refusal = refusal(true, Optional.empty());
        world.fetch();
        world.fetch();
        assertThat(world.state().status()).isEqualTo(Status.FAILING);
        world.fetch();
        assertThat(world.state().status()).isEqualTo(Status.STOPPED);
        assertThat(world.state().nextCheck()).isNull();
        world.refusal = null;
        try (Delivery.Running delivery = world.delivery()) {
            delivery.reset(World.ID);
            assertThat(delivery.state(World.ID).status()).isEqualTo(Status.NEVER_CHECKED);
            delivery.fetchNow(World.ID);
            assertThat(delivery.state(World.ID).status()).isEqualTo(Status.WORKING);
        }
    }

    @Test
    void failuresBackOffAndTheServersWishIsRespected() {
        world.refusal = refusal(false, Optional.empty());
        for (int i = 0; i < 12; i++) {
            world.fetch();
        }
        assertThat(Duration.between(world.now, world.state().nextCheck()))
                .isBetween(Duration.ofMinutes(48), Duration.ofMinutes(72));
        world.refusal = refusal(false, Optional.of(Duration.ofHours(5)));
        world.fetch();
        assertThat(world.state().nextCheck()).isEqualTo(world.now.plus(Duration.ofHours(5)));
    }

    @Test
    void whereTimeMayHealItIsTriedAgainSoonHoweverRarelyMailIsLookedFor() {
        world.pollInterval = Duration.ofHours(1);
        world.refusal = refusal(false, Optional.empty());
        world.fetch();
        assertThat(world.state().nextCheck())
                .isBetween(world.now.plus(Duration.ofMinutes(1)), world.now.plus(Duration.ofMinutes(2)));
        world.refusal = refusal(true, Optional.empty());
        world.fetch();
        assertThat(world.state().nextCheck())
                .as("wrong passwords are not tried often")
                .isAfterOrEqualTo(world.now.plus(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fetch", "publish"})
    void whatFailsBecauseTheAppStopsIsTakenUpAsIfNothingHappened(String step) throws Exception {
        world.fetch();
        ServerState before = world.state();
        world.mailbox.receive("one", "two");
        Delivery.Running stopping = world.delivery();
        CountDownLatch begun = new CountDownLatch(1);
        world.at = reached -> {
            if (reached.equals(step)) {
                begun.countDown();
                untilInterrupted();
                throw new IllegalStateException("services of the host are gone");
            }
        };
        world.now = world.now.plus(Duration.ofMinutes(1));
        stopping.fetchDue();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        stopping.close();
        assertThat(world.state()).isEqualTo(before);
        world.at = reached -> {};
        assertThat(world.fetch().outcomes()).containsEntry(State.PAGE_CREATED, 2);
        assertThat(world.pages).containsExactly("one", "two");
    }

    /** Waits to be interrupted, which a stop does. */
    private static void untilInterrupted() {
        try {
            TimeUnit.SECONDS.sleep(20);
        } catch (InterruptedException asExpected) {
            Thread.currentThread().interrupt();
        }
    }

    private static ConnectionFailedException refusal(boolean needsAdministrator, Optional<Duration> retryAfter) {
        return new ConnectionFailedException(
                new ConnectionFailure(
                        Stage.AUTHENTICATION,
                        () -> "IM-TEST",
                        !needsAdministrator,
                        needsAdministrator,
                        Optional.of("no"),
                        List.of(),
                        retryAfter),
                new java.io.IOException("no"));
    }
}
