package org.incomingmail.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From delivery to the committed page, over IDLE. Not part of the tests; see the README. */
class PushLatency {
    private static final String MAILBOX = "bob@mail.test";
    private static final int WARM_UP = 50;
    private static final int MAILS = 200;

    @Test
    void fromDeliveryToPage(@TempDir Path home) throws Exception {
        try (DovecotServer dovecot = DovecotServer.start();
                DevInstanceProcess instance = DevInstanceProcess.startListening(home)) {
            Rest rest = new Rest(instance.baseUrl(), "admin", "admin");
            MailServers servers = new MailServers(rest);
            long server = servers.create(MailServers.settings(dovecot, Protocol.IMAPS, MAILBOX));
            await("the mail server is listened to")
                    .atMost(Duration.ofSeconds(30))
                    .until(() ->
                            servers.read(server).path("state").path("pushed").asBoolean());
            Map<String, Instant> delivered = new HashMap<>();
            for (int i = 0; i < WARM_UP + MAILS; i++) {
                String subject = "Latency " + i;
                dovecot.deliver(MAILBOX, mail(subject));
                delivered.put(subject, Instant.now());
                Thread.sleep(500 + i * 37 % 250);
            }
            List<Long> took = await("all pages")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> times(servers, delivered), found -> found.size() == MAILS);
            System.out.printf(
                    "%d mails, delivery to committed page over IDLE: median %d ms, p99 %d ms, longest %d ms%n",
                    MAILS, took.get(MAILS / 2), took.get(MAILS * 99 / 100), took.get(MAILS - 1));
        }
    }

    private static List<Long> times(MailServers servers, Map<String, Instant> delivered) {
        JsonNode first = servers.messages("text=latency&limit=200").path("messages");
        JsonNode second = servers.messages("text=latency&limit=200&start=200").path("messages");
        return java.util.stream.Stream.of(first, second)
                .flatMap(page -> StreamSupport.stream(page.spliterator(), false))
                .filter(message -> message.path("state").asText().equals("PAGE_CREATED"))
                .filter(message ->
                        Integer.parseInt(message.path("subject").asText().substring(8)) >= WARM_UP)
                .map(message -> Duration.between(
                                delivered.get(message.path("subject").asText()),
                                Instant.parse(message.path("updated").asText()))
                        .toMillis())
                .sorted()
                .toList();
    }

    private static byte[] mail(String subject) {
        return DovecotServer.mail(MAILBOX, subject)
                .replace("sender@example.test", "alice@wiki.test")
                .getBytes(StandardCharsets.UTF_8);
    }
}
