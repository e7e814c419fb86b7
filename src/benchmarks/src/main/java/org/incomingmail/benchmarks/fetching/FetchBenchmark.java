package org.incomingmail.benchmarks.fetching;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.incomingmail.benchmarks.corpus.Corpus;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;

/** Whole mailboxes, fetched by everybody who is installed, interleaved, in processes of their own. */
public final class FetchBenchmark {
    private static final int MAILS = 2_000;
    private static final int FAR_MAILS = 600;
    private static final int FAR_MILLIS = 20;
    private static final int SLOW_SECONDS = 30;
    private static final String CLOSE_USER = "load@mail.test";
    private static final String FAR_USER = "bob@mail.test";
    private static final String SMALL_USER = "carol@mail.test";

    private final DovecotServer dovecot;
    private final Path ca;
    private final int rounds;
    private final PrintStream report;

    private FetchBenchmark(DovecotServer dovecot, Path ca, int rounds, PrintStream report) {
        this.dovecot = dovecot;
        this.ca = ca;
        this.rounds = rounds;
        this.report = report;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        Path folder = Files.createDirectories(Path.of(System.getProperty("results", "target/benchmarks")));
        Path result = folder.resolve("fetching-" + LocalDate.now() + ".md");
        Path ca = Files.createTempFile("ca", ".pem");
        try (DovecotServer dovecot = DovecotServer.start("mail_max_userip_connections = 100");
                PrintStream report = new PrintStream(Files.newOutputStream(result), true, StandardCharsets.UTF_8)) {
            Files.writeString(ca, dovecot.caCertificate());
            FetchBenchmark benchmark = new FetchBenchmark(dovecot, ca, rounds, report);
            benchmark.run();
        } finally {
            Files.delete(ca);
        }
        System.out.println("Kept as " + result);
    }

    private void run() throws Exception {
        say("# Fetching, " + LocalDate.now());
        say("");
        say(machine() + "; medians of " + rounds + " rounds, interleaved, each in a process of its own");
        dovecot.deliver(CLOSE_USER, Corpus.mix(MAILS).stream());
        dovecot.deliver(FAR_USER, Corpus.mix(FAR_MAILS).stream());
        dovecot.deliver(SMALL_USER, Corpus.small(MAILS).stream());
        List<Contender> imap = List.of(
                Contender.ours("IMAP", "fetch"),
                Contender.ours("IMAP", "decide"),
                Contender.mbsync(false),
                Contender.mbsync(true),
                Contender.fetchmail("IMAP", false),
                Contender.getmail(),
                Contender.angus("tuned"),
                Contender.angus("default"));
        table("IMAP, " + MAILS + " mixed mails, local", Protocol.IMAP, 0, CLOSE_USER, MAILS, imap);
        table(
                "IMAP, " + FAR_MAILS + " mixed mails, " + FAR_MILLIS + " ms away",
                Protocol.IMAP,
                FAR_MILLIS,
                FAR_USER,
                FAR_MAILS,
                imap);
        table(
                "POP3S, " + MAILS + " small mails, local",
                Protocol.POP3S,
                0,
                SMALL_USER,
                MAILS,
                List.of(
                        Contender.ours("POP3S", "fetch"),
                        Contender.ours("POP3S", "decide"),
                        Contender.fetchmail("POP3", true),
                        Contender.mpop()));
    }

    private void table(
            String title, Protocol protocol, int roundTrip, String user, int messages, List<Contender> contenders)
            throws Exception {
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
        say("");
        say("## " + title);
        say("");
        say("| who | messages/s | ratio to ours | MB/s | CPU s per 1,000 | round trips per mail |");
        say("|---|---|---|---|---|---|");
        double ours =
                runs.isEmpty() ? 0 : median(runs.values().iterator().next()).seconds();
        runs.forEach((contender, all) -> say(row(contender, median(all), messages, ours)));
        contenders.stream()
                .filter(contender -> !contender.installed())
                .forEach(contender -> say("| " + contender.name() + " | not installed | | | | |"));
    }

    private void attempt(
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

    private static String row(Contender contender, Run run, int messages, double ours) {
        return "| %s | %.0f | %.2f | %.1f | %.2f | %.2f |"
                .formatted(
                        contender.name(),
                        messages / run.seconds(),
                        ours / run.seconds(),
                        run.bytes() / 1e6 / run.seconds(),
                        run.cpuSeconds() * 1000 / messages,
                        (double) run.roundTrips() / messages);
    }

    private static Run median(List<Run> runs) {
        List<Run> sorted = new ArrayList<>(runs);
        sorted.sort(java.util.Comparator.comparingDouble(Run::seconds));
        return sorted.get(sorted.size() / 2);
    }

    private static String machine() throws IOException {
        String model = Files.exists(Path.of("/proc/cpuinfo"))
                ? Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("unknown processor")
                : "unknown processor";
        return Runtime.getRuntime().availableProcessors() + " x " + model + ", Java "
                + System.getProperty("java.version");
    }

    private void say(String line) {
        System.out.println(line);
        report.println(line);
    }
}
