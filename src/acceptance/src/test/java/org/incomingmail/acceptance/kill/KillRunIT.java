package org.incomingmail.acceptance.kill;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
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
        System.out.println("| variant | kills | different steps | mails | pages | comments | rejected | s |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        NodeClassPath classPath = new NodeClassPath(folder);
        // the first node leaves the archive of classes behind, with which the others start twice as fast
        lane(List.of(VARIANTS.get(0)), 0, classPath, folder, new Random(seed));
        List<Variant> onHsqldb =
                VARIANTS.stream().filter(variant -> !variant.postgres()).toList();
        List<Variant> onPostgres = VARIANTS.stream().filter(Variant::postgres).toList();
        int first = KILLS * weight(onHsqldb) / weight(VARIANTS);
        CompletableFuture<List<KillRun.Result>> beside =
                CompletableFuture.supplyAsync(() -> lane(onHsqldb, first, classPath, folder, new Random(seed)));
        List<KillRun.Result> results =
                new ArrayList<>(lane(onPostgres, KILLS - first, classPath, folder, new Random(seed + 1)));
        results.addAll(beside.join());
        Set<String> steps = new TreeSet<>();
        results.forEach(result -> steps.addAll(result.steps()));
        System.out.printf(
                "%d kills, %d mails, each exactly one outcome; %d different steps%n",
                results.stream().mapToInt(KillRun.Result::kills).sum(),
                results.stream().mapToInt(KillRun.Result::mails).sum(),
                steps.size());
    }

    /** Variants one after the other, on a mail server of their own. */
    private static List<KillRun.Result> lane(
            List<Variant> variants, int kills, NodeClassPath classPath, Path folder, Random random) {
        List<KillRun.Result> results = new ArrayList<>();
        try (DovecotServer dovecot = DovecotServer.start()) {
            Path ca = Files.writeString(Files.createTempFile(folder, "ca", ".pem"), dovecot.caCertificate());
            int left = kills;
            for (int i = 0; i < variants.size(); i++) {
                int share = share(variants.subList(i, variants.size()), left);
                KillRun.Result result = run(dovecot, ca, classPath, variants.get(i), folder, random, share);
                left -= result.kills();
                results.add(result);
            }
            return results;
        } catch (Exception e) {
            throw new IllegalStateException("the lane of " + variants, e);
        }
    }

    /** Of the kills that are left, for the first: two nodes take their time. */
    private static int share(List<Variant> left, int kills) {
        return Math.max(0, Math.round((float) kills * weight(left.get(0)) / weight(left)));
    }

    private static int weight(List<Variant> variants) {
        return variants.stream().mapToInt(KillRunIT::weight).sum();
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
        if (kills > 0) {
            tell(result, Duration.ofNanos(System.nanoTime() - begun));
        }
        return result;
    }

    private static void tell(KillRun.Result result, Duration took) {
        System.out.printf(
                "| %s | %d | %d | %d | %d | %d | %d | %d |%n",
                result.variant(),
                result.kills(),
                result.steps().size(),
                result.mails(),
                result.pages(),
                result.comments(),
                result.rejected(),
                took.toSeconds());
    }
}
