package org.incomingmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 10,000 mails arrive at once in 50 mailboxes while two administrators use the screens: each mail becomes one page, and the
 * time that screens take is printed. Not part of the tests: {@code ./atl-bench load}.
 */
class LoadRun {
    private static final int MAILBOXES = 50;
    private static final int MAILS = Integer.getInteger("mails", 10_000);
    private static final int ADMINISTRATORS = 2;
    private static final String PASSWORD = "crowd-pw";
    private static final List<String> SCREENS = List.of(
            "/plugins/servlet/incoming-mail/servers",
            "/plugins/servlet/incoming-mail/log",
            "/plugins/servlet/incoming-mail/statistics",
            "/plugins/servlet/incoming-mail/waiting",
            "/rest/incoming-mail/1.0/health");

    @Test
    void oneNode(@TempDir Path home) throws Exception {
        run("one node, HSQLDB", home);
    }

    @Test
    void twoNodes(@TempDir Path home) throws Exception {
        run("two nodes, PostgreSQL", home, "--cluster", "2");
    }

    private static void run(String what, Path home, String... options) throws Exception {
        try (DovecotServer dovecot = DovecotServer.start();
                DevInstanceProcess instance = DevInstanceProcess.startListening(home, options)) {
            Rest admin = new Rest(instance.baseUrl(), "admin", "admin");
            MailServers servers = new MailServers(admin);
            List<String> users = IntStream.range(0, MAILBOXES)
                    .mapToObj(number -> "crowd-" + number + "@mail.test")
                    .toList();
            dovecot.addUsers(users, PASSWORD);
            for (String user : users) {
                servers.create(MailServers.settings(dovecot, Protocol.IMAPS, user)
                        .put("password", PASSWORD)
                        .put("pollSeconds", 60)
                        .put("afterProcessing", "MARK_READ"));
            }
            await("all are listened to").atMost(Duration.ofMinutes(2)).until(() -> pushed(admin) == MAILBOXES);
            screens(admin, new TreeMap<>()); // compiled
            Map<String, List<Long>> quiet = new TreeMap<>();
            for (int round = 0; round < 20; round++) {
                screens(admin, quiet);
            }
            tell(what + ", nothing arrives", quiet);
            String before = resources(instance.pid());

            Map<String, List<Long>> busy = new ConcurrentSkipListMap<>();
            AtomicBoolean over = new AtomicBoolean();
            List<CompletableFuture<Void>> administrators = Stream.generate(
                            () -> CompletableFuture.runAsync(() -> look(instance, busy, over)))
                    .limit(ADMINISTRATORS)
                    .toList();
            long begun = System.nanoTime();
            for (String user : users) {
                dovecot.deliver(user, IntStream.range(0, MAILS / MAILBOXES).mapToObj(number -> mail(user, number)));
            }
            double delivered = (System.nanoTime() - begun) / 1e9;
            await("all pages")
                    .atMost(Duration.ofMinutes(20))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> published(servers) == MAILS);
            double took = (System.nanoTime() - begun) / 1e9;
            over.set(true);
            administrators.forEach(CompletableFuture::join);
            TreeMap<String, Integer> titles = new Wiki(admin).titles("DEMO", "Crowd");
            assertThat(titles).hasSize(MAILS);
            assertThat(titles.values()).as("each once").containsOnly(1);
            System.out.printf(
                    "| %s | %d mails, delivered in %.0f s, pages after %.0f s: %.0f messages/s | before: %s; after: %s |%n",
                    what, MAILS, delivered, took, MAILS / took, before, resources(instance.pid()));
            tell(what + ", mail arrives", busy);
        }
    }

    private static void look(DevInstanceProcess instance, Map<String, List<Long>> times, AtomicBoolean over) {
        Rest admin = new Rest(instance.baseUrl(), "admin", "admin");
        while (!over.get()) {
            screens(admin, times);
        }
    }

    private static void screens(Rest admin, Map<String, List<Long>> times) {
        for (String screen : SCREENS) {
            long begun = System.nanoTime();
            admin.get(screen).expect(200);
            times.computeIfAbsent(screen, any -> Collections.synchronizedList(new ArrayList<>()))
                    .add((System.nanoTime() - begun) / 1_000_000);
        }
    }

    private static long pushed(Rest admin) {
        long pushed = 0;
        for (JsonNode server :
                admin.get("/rest/incoming-mail/1.0/servers").expect(200).json().path("servers")) {
            pushed += server.at("/state/pushed").asBoolean() ? 1 : 0;
        }
        return pushed;
    }

    private static int published(MailServers servers) {
        return servers.messages("state=PAGE_CREATED&limit=1").path("total").asInt();
    }

    private static void tell(String what, Map<String, List<Long>> times) {
        List<Long> all = new ArrayList<>();
        times.forEach((screen, each) -> {
            tell(what, screen, each);
            all.addAll(each);
        });
        tell(what, "all", all);
    }

    private static void tell(String what, String screen, List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        System.out.printf(
                "| %s | %s | %d times | median %d ms | p95 %d ms | longest %d ms |%n",
                what,
                screen,
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 95 / 100),
                sorted.get(sorted.size() - 1));
    }

    /** Of the process and those it started: heap that is used after a collection, and open files. */
    private static String resources(long pid) throws Exception {
        List<String> found = new ArrayList<>();
        List<ProcessHandle> processes =
                new ArrayList<>(ProcessHandle.of(pid).orElseThrow().children().toList());
        processes.add(ProcessHandle.of(pid).orElseThrow());
        for (ProcessHandle each : processes) {
            if (each.info().command().orElse("").endsWith("/java")) {
                found.add(heap(each.pid()) + ", " + files(each.pid()) + " open files");
            }
        }
        return String.join(" and ", found);
    }

    private static String heap(long pid) throws Exception {
        jcmd(pid, "GC.run");
        String used = jcmd(pid, "GC.heap_info");
        return used.replaceAll("(?s).*?used (\\d+)K.*", "$1").transform(kilobytes -> Long.parseLong(kilobytes) / 1024)
                + " MB";
    }

    private static String jcmd(long pid, String command) throws Exception {
        String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(tool, Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static long files(long pid) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return open.count();
        }
    }

    private static byte[] mail(String user, int number) {
        String title = "Crowd " + user + " " + number;
        return ("From: alice@wiki.test\r\nTo: " + user + "\r\nSubject: " + title + "\r\nMessage-ID: <"
                        + title.replace(' ', '.').replace('@', '.') + "@mail.test>\r\n\r\n"
                        + "A line of text in a small mail.\r\n".repeat(60))
                .getBytes(StandardCharsets.UTF_8);
    }
}
