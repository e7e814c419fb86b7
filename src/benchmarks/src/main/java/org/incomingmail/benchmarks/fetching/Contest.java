package org.incomingmail.benchmarks.fetching;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.incomingmail.benchmarks.report.Report;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;

/** Lets contenders fetch the same mailbox in turn, several times, and reports their medians. */
final class Contest {
    static final int SLOW_SECONDS = 30;

    private final DovecotServer dovecot;
    private final Path ca;
    private final int rounds;
    private final Pattern who;
    private final Report report;

    /** @param who takes part: in whose name it is found */
    Contest(DovecotServer dovecot, Path ca, int rounds, Pattern who, Report report) {
        this.who = who;
        this.dovecot = dovecot;
        this.ca = ca;
        this.rounds = rounds;
        this.report = report;
    }

    /** The first contender is ours; ratios are to it. */
    void hold(String title, Protocol protocol, int roundTrip, String user, int messages, List<Contender> invited)
            throws Exception {
        List<Contender> contenders = invited.stream()
                .filter(contender -> who.matcher(contender.name()).find())
                .toList();
        Map<Contender, List<Run>> runs = new LinkedHashMap<>();
        try (DelayProxy proxy = new DelayProxy(dovecot.port(protocol), roundTrip)) {
            Contender.Source source = new Contender.Source(
                    proxy.port(), user, DovecotServer.PASSWORDS.getOrDefault(user, ""), ca, messages);
            for (int round = 0; round < rounds; round++) {
                for (Contender contender : contenders) {
                    if (contender.installed()) {
                        attempt(contender, source, proxy, runs);
                    }
                }
            }
        }
        report(title, messages, contenders, runs);
    }

    private static void attempt(
            Contender contender, Contender.Source source, DelayProxy proxy, Map<Contender, List<Run>> runs) {
        List<Run> before = runs.getOrDefault(contender, List.of());
        if (!before.isEmpty() && before.get(0).seconds() > SLOW_SECONDS) {
            return; // once is enough to see it
        }
        try {
            Run run = Run.of(contender, source, proxy);
            runs.computeIfAbsent(contender, any -> new ArrayList<>()).add(run);
        } catch (Exception failed) {
            System.err.println(failed.getMessage());
        }
    }

    private void report(String title, int messages, List<Contender> contenders, Map<Contender, List<Run>> runs)
            throws Exception {
        double ours =
                runs.isEmpty() ? 0 : median(runs.values().iterator().next()).seconds();
        Map<String, Double> rates = new LinkedHashMap<>();
        runs.forEach((contender, all) ->
                rates.put(contender.name(), messages / median(all).seconds()));
        Stream<List<String>> present =
                runs.entrySet().stream().map(entry -> row(entry.getKey(), median(entry.getValue()), messages, ours));
        Stream<List<String>> absent = contenders.stream()
                .filter(contender -> !runs.containsKey(contender))
                .map(contender -> List.of(
                        contender.name(), contender.installed() ? "failed" : "not installed", "", "", "", "", "", ""));
        report.table(
                title,
                List.of(
                        "who",
                        "messages/s",
                        "ours is faster by",
                        "MB/s",
                        "CPU s per 1,000",
                        "heap, MB",
                        "memory, MB",
                        "round trips per mail"),
                Stream.concat(present, absent).toList(),
                rates);
    }

    private static List<String> row(Contender contender, Run run, int messages, double ours) {
        return List.of(
                contender.name(),
                "%.0f".formatted(messages / run.seconds()),
                "%.2f".formatted(run.seconds() / ours),
                "%.1f".formatted(run.bytes() / 1e6 / run.seconds()),
                "%.2f".formatted(run.cpuSeconds() * 1000 / messages),
                run.heap() == 0 ? "" : "%.0f".formatted(run.heap() / 1e6),
                "%.0f".formatted(run.memory() / 1e6),
                "%.2f".formatted((double) run.roundTrips() / messages));
    }

    private static Run median(List<Run> runs) {
        List<Run> sorted = new ArrayList<>(runs);
        sorted.sort(Comparator.comparingDouble(Run::seconds));
        return sorted.get(sorted.size() / 2);
    }
}
