package org.incomingmail.acceptance.kill;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes die by the score, at every step of delivery and at any moment: nothing is lost, doubled, or deleted before it is
 * committed. {@code -Dkills=1000} is the long run, {@code ./atl-bench kill}.
 */
class KillRunIT {
    private static final int KILLS = Integer.getInteger("kills", 60);
    private static final List<Variant> VARIANTS = List.of(
            new Variant(Protocol.IMAPS, AfterProcessing.LEAVE, false, 1),
            new Variant(Protocol.IMAP, AfterProcessing.MARK_READ, false, 1),
            new Variant(Protocol.IMAPS, AfterProcessing.MOVE, false, 1),
            new Variant(Protocol.IMAPS, AfterProcessing.DELETE, true, 1),
            new Variant(Protocol.POP3S, AfterProcessing.LEAVE, true, 1),
            new Variant(Protocol.POP3S, AfterProcessing.DELETE, false, 1),
            new Variant(Protocol.IMAPS, AfterProcessing.MOVE, true, 2),
            new Variant(Protocol.IMAPS, AfterProcessing.DELETE, true, 2),
            new Variant(Protocol.POP3S, AfterProcessing.DELETE, true, 2));

    @Test
    void everyMailHasExactlyOneOutcomeHoweverOftenNodesDie(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.printf("%d kills, seed %d%n", KILLS, seed);
        System.out.println(
                "| variant | kills | different steps | mails | pages | comments | rejected | lost | doubled | s |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        Random random = new Random(seed);
        Set<String> steps = new TreeSet<>();
        int killed = 0;
        int mails = 0;
        try (DovecotServer dovecot = DovecotServer.start()) {
            Path ca = Files.writeString(folder.resolve("ca.pem"), dovecot.caCertificate());
            NodeClassPath classPath = new NodeClassPath(folder);
            for (int i = 0; i < VARIANTS.size(); i++) {
                int share = share(VARIANTS.subList(i, VARIANTS.size()), KILLS - killed);
                KillRun.Result result = run(dovecot, ca, classPath, VARIANTS.get(i), folder, random, share);
                killed += result.kills();
                mails += result.mails();
                steps.addAll(result.steps());
            }
        }
        System.out.printf(
                "%d kills, %d mails, each exactly one outcome; %d different steps%n", killed, mails, steps.size());
    }

    /** Of the kills that are left, for the first: two nodes take their time. */
    private static int share(List<Variant> left, int kills) {
        int all = left.stream().mapToInt(KillRunIT::weight).sum();
        return Math.max(1, Math.round((float) kills * weight(left.get(0)) / all));
    }

    private static int weight(Variant variant) {
        return variant.nodes() == 1 ? 3 : 1;
    }

    private static KillRun.Result run(
            DovecotServer dovecot,
            Path ca,
            NodeClassPath classPath,
            Variant variant,
            Path folder,
            Random random,
            int kills)
            throws Exception {
        long begun = System.nanoTime();
        Path home = Files.createTempDirectory(folder, "home");
        KillRun.Result result;
        if (variant.postgres()) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
                Optional<String> url = Optional.of(postgres.getJdbcUrl("postgres", "postgres"));
                result = new KillRun(dovecot, ca, classPath, variant, home, url, random).run(kills);
            }
        } else {
            result = new KillRun(dovecot, ca, classPath, variant, home, Optional.empty(), random).run(kills);
        }
        System.out.printf(
                "| %s | %d | %d | %d | %d | %d | %d | 0 | 0 | %d |%n",
                variant,
                result.kills(),
                result.steps().size(),
                result.mails(),
                result.pages(),
                result.comments(),
                result.rejected(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        return result;
    }
}
