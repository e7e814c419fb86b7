package org.incomingmail.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small mails from Dovecot to committed pages, each marked as read on the mail server: messages a second on both
 * databases, from one mailbox and from four at once. Not part of the tests: {@code ./atl-bench complete}.
 */
class CompleteThroughput {
    private static final List<String> MAILBOXES =
            List.of("alice@mail.test", "bob@mail.test", "carol@mail.test", "shared@mail.test");
    private static final int ROUNDS = Integer.getInteger("rounds", 6);
    private static final int MAILS = Integer.getInteger("mails", 1_000);

    private int written;

    @Test
    void onHsqldb(@TempDir Path home) throws Exception {
        measure("HSQLDB", home);
    }

    @Test
    void onPostgreSql(@TempDir Path home) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            measure("PostgreSQL", home, "--jdbc-url", postgres.getJdbcUrl("postgres", "postgres"));
        }
    }

    private void measure(String database, Path home, String... options) throws Exception {
        try (DovecotServer dovecot = DovecotServer.start();
                DevInstanceProcess instance = DevInstanceProcess.start(home, options)) {
            MailServers servers = new MailServers(new Rest(instance.baseUrl(), "admin", "admin"));
            List<Long> ids = new ArrayList<>();
            for (String mailbox : MAILBOXES) {
                ObjectNode settings = MailServers.settings(dovecot, Protocol.IMAPS, mailbox);
                settings.put("afterProcessing", "MARK_READ");
                ids.add(servers.create(settings));
            }
            print(database, dovecot, servers, ids.subList(0, 1));
            print(database, dovecot, servers, ids);
        }
    }

    private void print(String database, DovecotServer dovecot, MailServers servers, List<Long> ids) throws Exception {
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < ids.size(); i++) {
                String mailbox = MAILBOXES.get(i);
                int first = written;
                written += MAILS / ids.size();
                dovecot.deliver(mailbox, IntStream.range(first, written).mapToObj(number -> small(mailbox, number)));
            }
            long begun = System.nanoTime();
            fetchAll(servers, ids);
            rates.add(MAILS * 1e9 / (System.nanoTime() - begun));
        }
        List<Double> warm = rates.subList(1, ROUNDS).stream().sorted().toList();
        System.out.printf(
                "%s, %d mailboxes: complete, small mails: median %.0f messages/s (rounds of %d: %s)%n",
                database,
                ids.size(),
                warm.get(warm.size() / 2),
                MAILS,
                rates.stream().map(Math::round).toList());
    }

    private static void fetchAll(MailServers servers, List<Long> ids) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(ids.size());
        List<Future<?>> fetches = new ArrayList<>();
        for (long id : ids) {
            fetches.add(threads.submit(() -> fetchAll(servers, id, MAILS / ids.size())));
        }
        for (Future<?> fetch : fetches) {
            fetch.get();
        }
        threads.shutdown();
    }

    private static void fetchAll(MailServers servers, long id, int wanted) {
        int published = 0;
        while (published < wanted) {
            JsonNode report = servers.fetch(id);
            published += report.at("/outcomes/PAGE_CREATED").asInt();
            if (!report.path("status").asText().equals("DONE")) {
                throw new AssertionError(report);
            }
        }
    }

    private static byte[] small(String mailbox, int number) {
        return ("From: alice@wiki.test\r\nTo: " + mailbox + "\r\nSubject: Measured " + number + "\r\nMessage-ID: <m"
                        + number + "@mail.test>\r\n\r\n" + "A line of text in a small mail.\r\n".repeat(60))
                .getBytes(StandardCharsets.UTF_8);
    }
}
