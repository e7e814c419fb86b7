package org.incomingmail.confluence.settings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.journal.Tally;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServers;

/** How many messages each mail server received over time, and what became of them. */
@Named
public class Statistics {
    private final Tally tally;
    private final MailServers servers;
    private final Clock clock = Clock.systemUTC();

    @Inject
    public Statistics(Tally tally, MailServers servers) {
        this.tally = tally;
        this.servers = servers;
    }

    /** What is looked at; ends now. */
    public enum Period {
        /** The last 24 hours, by hour. */
        DAY(24, ChronoUnit.HOURS),
        /** The last 30 days, by day in UTC. */
        MONTH(30, ChronoUnit.DAYS);

        private final int steps;
        private final ChronoUnit step;

        Period(int steps, ChronoUnit step) {
            this.steps = steps;
            this.step = step;
        }

        public static Optional<Period> named(String name) {
            for (Period period : values()) {
                if (period.name().equals(name.toUpperCase(Locale.ROOT))) {
                    return Optional.of(period);
                }
            }
            return Optional.empty();
        }

        Instant first(Instant now) {
            return now.truncatedTo(step).minus((steps - 1) * step.getDuration().toSeconds(), ChronoUnit.SECONDS);
        }

        int steps() {
            return steps;
        }

        public Duration step() {
            return step.getDuration();
        }
    }

    /** What became of a message, in short. */
    public enum Fate {
        PUBLISHED,
        WAITING,
        REJECTED,
        /** Quarantined, or to be tried again. */
        FAILED,
        /** Not meant to be processed, such as mail of before the start. */
        SKIPPED;

        static Fate of(State state) {
            return switch (state) {
                case PAGE_CREATED, COMMENT_CREATED -> PUBLISHED;
                case WAITING, PROCESSING -> WAITING;
                case REJECTED -> REJECTED;
                case RETRYING, QUARANTINED -> FAILED;
                case SKIPPED -> SKIPPED;
            };
        }
    }

    /**
     * One mail server's figures.
     *
     * @param counts messages of each fate, for each step from the first to the one of now
     */
    public record Line(MailServerId server, String name, Map<Fate, int[]> counts) {
        public int total(Fate fate) {
            return java.util.Arrays.stream(counts.getOrDefault(fate, new int[0]))
                    .sum();
        }

        public int received() {
            return counts.keySet().stream().mapToInt(this::total).sum();
        }
    }

    /** @param first begin of the first step */
    public record Report(Period period, Instant first, List<Line> lines) {
        /** Begins of the steps. */
        public List<Instant> steps() {
            List<Instant> steps = new ArrayList<>(period.steps());
            for (int i = 0; i < period.steps(); i++) {
                steps.add(first.plus(period.step().multipliedBy(i)));
            }
            return steps;
        }
    }

    /** Of all mail servers in their order, also those that received nothing; mail of removed ones is left out. */
    public Report of(Period period) {
        Instant first = period.first(clock.instant());
        Map<MailServerId, Line> lines = new LinkedHashMap<>();
        for (MailServer server : servers.all()) {
            lines.put(server.id(), new Line(server.id(), server.name(), new EnumMap<>(Fate.class)));
        }
        tally.since(first, (server, received, state) -> {
            Line line = lines.get(server);
            long step = Duration.between(first, received).dividedBy(period.step());
            if (line != null) {
                int[] counts = line.counts().computeIfAbsent(Fate.of(state), fate -> new int[period.steps()]);
                // a server's clock may be ahead of ours
                counts[(int) Math.min(step, period.steps() - 1)]++;
            }
        });
        return new Report(period, first, List.copyOf(lines.values()));
    }
}
