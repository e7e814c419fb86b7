package org.incomingmail.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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

    interface Delivery {
        void deliver(String subject) throws Exception;
    }

    /** Dovecot gathers what happens for half a second before it tells. */
    @Test
    void fromLmtpAtDovecotToPage(@TempDir Path home) throws Exception {
        try (DovecotServer dovecot = DovecotServer.start();
                DevInstanceProcess instance = DevInstanceProcess.startListening(home)) {
            measure(
                    "Dovecot",
                    new MailServers(new Rest(instance.baseUrl(), "admin", "admin")),
                    MailServers.settings(dovecot, Protocol.IMAPS, MAILBOX),
                    subject -> dovecot.deliver(MAILBOX, mail(subject)));
        }
    }

    /** The sandbox tells at once. */
    @Test
    void fromSmtpAtTheSandboxToPage(@TempDir Path home) throws Exception {
        try (DevInstanceProcess instance = DevInstanceProcess.startListening(home)) {
            Properties ports = new Properties();
            try (Reader in = Files.newBufferedReader(home.resolve("sandbox/ports.properties"))) {
                ports.load(in);
            }
            measure(
                    "sandbox",
                    new MailServers(new Rest(instance.baseUrl(), "admin", "admin")),
                    MailServers.sandbox(Integer.parseInt(ports.getProperty("imap"))),
                    subject -> send(ports.getProperty("smtp"), subject));
        }
    }

    private static void measure(String where, MailServers servers, ObjectNode settings, Delivery delivery)
            throws Exception {
        long server = servers.create(settings);
        await("the mail server is listened to")
                .atMost(Duration.ofSeconds(30))
                .until(() -> servers.read(server).path("state").path("pushed").asBoolean());
        Map<String, Instant> delivered = new HashMap<>();
        for (int i = 0; i < WARM_UP + MAILS; i++) {
            String subject = "Latency " + i;
            delivery.deliver(subject);
            delivered.put(subject, Instant.now());
            Thread.sleep(500 + i * 37 % 250);
        }
        List<Long> took = await("all pages")
                .atMost(Duration.ofMinutes(2))
                .until(() -> times(servers, delivered), found -> found.size() == MAILS);
        System.out.printf(
                "%s: %d mails, delivery to committed page over IDLE: median %d ms, p99 %d ms, longest %d ms%n",
                where, MAILS, took.get(MAILS / 2), took.get(MAILS * 99 / 100), took.get(MAILS - 1));
    }

    private static void send(String port, String subject) throws Exception {
        Properties smtp = new Properties();
        smtp.setProperty("mail.smtp.host", "127.0.0.1");
        smtp.setProperty("mail.smtp.port", port);
        MimeMessage message = new MimeMessage(Session.getInstance(smtp));
        message.setFrom("alice@wiki.test");
        message.setRecipients(Message.RecipientType.TO, "wiki@wiki.test");
        message.setSubject(subject);
        message.setText("Hello");
        Transport.send(message);
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
