package org.incomingmail.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.incomingmail.engine.connection.ConnectionCode;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.connection.Stage;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.server.ServerState;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twenty days of mixed traffic and trouble, each of another kind, in virtual time: mail servers and databases that go away,
 * nodes that die, a wiki that fails, clocks that jump, a mailbox that is numbered anew. {@code -Ddays.seed} gives others.
 */
class DayTest {
    private static final Duration TICK = Duration.ofSeconds(20);
    private static final int DAY = 24 * 60 * 3;
    private static final int HOUR = 60 * 3;
    private static final int POLL = 3;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path spool;

    @RepeatedTest(20)
    void aDayOfMailAndTroubleEndsWithEveryMailDoneOnce(RepetitionInfo repetition) throws Exception {
        long seed = Long.getLong("days.seed", 0) + repetition.getCurrentRepetition();
        Day day = new Day(new World(spool), new Random(seed));
        for (int tick = 0; tick < DAY; tick++) {
            day.pass(tick, true);
        }
        for (int tick = DAY; tick < DAY + 3 * HOUR; tick++) {
            day.pass(tick, false);
        }
        day.end();
    }

    /** Like the end of the process: nothing of ours catches it. */
    private static final class NodeDied extends VirtualMachineError {
        private static final long serialVersionUID = 1L;
    }

    private final class Day {
        private final World world;
        private final Random random;
        private Delivery.Running delivery;
        private final List<String> good = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();
        private final List<String> deadly = new ArrayList<>();
        private final Map<String, Integer> arrivals = new HashMap<>();
        private final List<Integer> calmLags = new ArrayList<>();
        private int number;
        private int deaths;
        private int lastTrouble = -2 * HOUR;
        private int troubleEnds;

        Day(World world, Random random) {
            this.world = world;
            this.random = random;
            world.limits = Limits.defaults();
            this.delivery = world.delivery();
        }

        void pass(int tick, boolean mayGoWrong) {
            world.now = world.now.plus(TICK);
            if (tick == troubleEnds) {
                calm();
            }
            if (mayGoWrong) {
                receive(tick);
                if (tick > troubleEnds && random.nextInt(2 * HOUR) == 0) {
                    trouble(tick);
                }
            } else if (tick == DAY) {
                calm();
            }
            if (tick < troubleEnds) {
                lastTrouble = tick;
            }
            if (isDue()) {
                check(tick);
            }
        }

        private void receive(int tick) {
            int count = random.nextInt(300) == 0 ? 30 : random.nextInt(15) == 0 ? 1 + random.nextInt(2) : 0;
            for (int i = 0; i < count; i++) {
                String subject = "mail " + ++number;
                int kind = random.nextInt(40);
                if (kind == 0) {
                    subject = "reject " + number;
                    refused.add(subject);
                } else if (kind == 1 && deadly.size() < 3) {
                    subject = "deadly " + number;
                    deadly.add(subject);
                    world.poison.put(subject, new IOException("it can never be published"));
                } else {
                    good.add(subject);
                }
                arrivals.put(subject, tick);
                world.mailbox.receive(subject);
            }
        }

        private void trouble(int tick) {
            int minutes = 1 + random.nextInt(8);
            troubleEnds = tick + 3 * minutes;
            switch (random.nextInt(7)) {
                case 0 -> {
                    world.refusal = unreachable();
                    troubleEnds = tick + HOUR * (1 + random.nextInt(2)) / 2;
                }
                case 1 -> world.databaseGone = true;
                case 2 -> world.rawMailFull = true;
                case 3 -> world.at = this::dieNowAndThen;
                case 4 -> world.at = this::failToPublish;
                case 5 -> world.now = world.now.plus(Duration.ofMinutes(random.nextInt(180) - 90));
                default -> numberAnew();
            }
        }

        private void calm() {
            world.refusal = null;
            world.databaseGone = false;
            world.rawMailFull = false;
            world.at = step -> {};
        }

        private void dieNowAndThen(String step) {
            if (random.nextInt(40) == 0) {
                throw new NodeDied();
            }
        }

        private void failToPublish(String step) {
            if (step.equals("publish")) {
                throw new IllegalStateException("the wiki is down");
            }
        }

        /** UIDVALIDITY changes; what was moved away does not come again. */
        private void numberAnew() {
            world.mailbox.messages.keySet().removeAll(world.mailbox.settled);
            world.mailbox.settled.clear();
            world.mailbox.epoch = Integer.toString(Integer.parseInt(world.mailbox.epoch) + 1);
        }

        private ConnectionFailedException unreachable() {
            return new ConnectionFailedException(
                    new ConnectionFailure(
                            Stage.TCP,
                            ConnectionCode.TCP_REFUSED,
                            true,
                            false,
                            Optional.empty(),
                            List.of(),
                            Optional.empty()),
                    new IOException("connection refused"));
        }

        /** As the schedule asks: nobody does anything about a mail server by hand. */
        private boolean isDue() {
            ServerState state = world.states.get(World.ID);
            if (state == null) {
                return true;
            }
            Instant next = state.nextCheck();
            assertThat(state.status()).isNotEqualTo(ServerState.Status.STOPPED);
            return next == null
                    || !next.isAfter(world.now)
                    || ClockSetBack.since(Objects.requireNonNull(state.lastCheck()), world.now);
        }

        private void check(int tick) {
            int before = world.pages.size();
            try {
                delivery.fetchNow(World.ID);
            } catch (NodeDied dead) {
                deaths++;
                world.locked.clear();
                delivery = world.delivery();
            }
            for (String page : world.pages.subList(Math.min(before, world.pages.size()), world.pages.size())) {
                int arrived = Objects.requireNonNull(arrivals.get(page));
                if (arrived - lastTrouble > 2 * HOUR) {
                    calmLags.add(tick - arrived);
                }
            }
        }

        void end() throws IOException {
            delivery.close();
            assertThat(world.pages).as("pages, %d deaths", deaths).containsExactlyInAnyOrderElementsOf(good);
            assertThat(world.ledger.open(World.ID)).as("left half done").isEmpty();
            assertThat(subjects(State.QUARANTINED)).hasSameElementsAs(deadly);
            assertThat(subjects(State.REJECTED)).hasSameElementsAs(refused);
            assertThat(world.ledger.unsettled(World.ID, world.mailbox.epoch)).isEmpty();
            assertThat(calmLags).as("ticks to the page while nothing was wrong").allMatch(lag -> lag <= POLL + 1);
            try (Stream<Path> left = Files.walk(spool).filter(Files::isRegularFile)) {
                assertThat(left).as("spooled files").isEmpty();
            }
        }

        private List<String> subjects(State state) {
            return world.ledger.rows().stream()
                    .filter(row -> row.state() == state)
                    .map(row -> Objects.requireNonNull(row.verdict()).envelope())
                    .map(envelope -> String.valueOf(envelope.subject()))
                    .toList();
        }
    }
}
