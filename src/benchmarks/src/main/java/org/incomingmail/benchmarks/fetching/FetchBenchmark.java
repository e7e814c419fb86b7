package org.incomingmail.benchmarks.fetching;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.incomingmail.benchmarks.corpus.Corpus;
import org.incomingmail.benchmarks.report.Machine;
import org.incomingmail.benchmarks.report.Report;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;

/** Whole mailboxes, fetched by everybody who is installed, interleaved, in processes of their own. */
public final class FetchBenchmark {
    private static final int MAILS = 2_000;
    private static final int FAR_MAILS = 600;
    private static final int FAR_MILLIS = 20;
    private static final int LARGE_MAILS = 20;
    private static final int LARGE_MEGABYTES = 25;
    private static final String CLOSE_USER = "load@mail.test";
    private static final String FAR_USER = "bob@mail.test";
    private static final String SMALL_USER = "carol@mail.test";
    private static final String LARGE_USER = "alice@mail.test";

    private FetchBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        Report report = new Report("fetching", Path.of(System.getProperty("results", "target/benchmarks")));
        Path ca = Files.createTempFile("ca", ".pem");
        try (DovecotServer dovecot = DovecotServer.start("mail_max_userip_connections = 100")) {
            Files.writeString(ca, dovecot.caCertificate());
            report.title("Fetching");
            report.paragraph(Machine.description() + "; medians of " + rounds
                    + " rounds, interleaved, each in a process of its own. Who takes more than "
                    + Contest.SLOW_SECONDS + " s runs once. \"New process\" counts the start of"
                    + " a JVM and its warming up, \"running process\" is one that has fetched for ten seconds before.");
            dovecot.deliver(CLOSE_USER, Corpus.mix(MAILS).stream());
            dovecot.deliver(FAR_USER, Corpus.mix(FAR_MAILS).stream());
            dovecot.deliver(SMALL_USER, Corpus.small(MAILS).stream());
            for (int i = 0; i < LARGE_MAILS; i++) {
                dovecot.deliver(LARGE_USER, Corpus.large(i, LARGE_MEGABYTES));
            }
            Pattern who = Pattern.compile(arguments.length > 1 ? arguments[1] : "");
            run(new Contest(dovecot, ca, rounds, who, report));
            new SeenMailbox(dovecot, report).run();
        } finally {
            Files.delete(ca);
        }
        System.out.println("Kept as " + report.keep() + " and beside it");
    }

    private static void run(Contest contest) throws Exception {
        List<Contender> imap = List.of(
                Contender.ours("IMAP", "fetch", "warm"),
                Contender.ours("IMAP", "read", "warm"),
                Contender.ours("IMAP", "decide", "warm"),
                Contender.ours("IMAP", "decide", "cold"),
                Contender.mbsync(false),
                Contender.mbsync(true),
                Contender.fetchmail("IMAP", false),
                Contender.getmail(),
                Contender.offlineimap(),
                Contender.angus("tuned"),
                Contender.angus("default"),
                Contender.springIntegration(),
                Contender.camel());
        contest.hold("IMAP, " + MAILS + " mixed mails, local", Protocol.IMAP, 0, CLOSE_USER, MAILS, imap);
        contest.hold(
                "IMAP, " + FAR_MAILS + " mixed mails, " + FAR_MILLIS + " ms away",
                Protocol.IMAP,
                FAR_MILLIS,
                FAR_USER,
                FAR_MAILS,
                imap);
        contest.hold(
                "POP3S, " + MAILS + " small mails, local",
                Protocol.POP3S,
                0,
                SMALL_USER,
                MAILS,
                List.of(
                        Contender.ours("POP3S", "fetch", "warm"),
                        Contender.ours("POP3S", "decide", "warm"),
                        Contender.ours("POP3S", "decide", "cold"),
                        Contender.fetchmail("POP3", true),
                        Contender.mpop()));
        contest.hold(
                "IMAP, " + LARGE_MAILS + " mails of " + LARGE_MEGABYTES + " MB, local",
                Protocol.IMAP,
                0,
                LARGE_USER,
                LARGE_MAILS,
                List.of(
                        Contender.ours("IMAP", "fetch", "warm"),
                        Contender.ours("IMAP", "decide", "warm"),
                        Contender.mbsync(false),
                        Contender.fetchmail("IMAP", false)));
    }
}
