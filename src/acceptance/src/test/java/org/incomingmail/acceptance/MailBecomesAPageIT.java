package org.incomingmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mail to a Dovecot mailbox becomes a page, over each protocol. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailBecomesAPageIT {
    private static final String MAILBOX = "alice@mail.test";
    private final DovecotServer dovecot = DovecotServer.start();

    @SuppressWarnings("NullAway.Init")
    private DevInstanceProcess instance;

    @SuppressWarnings("NullAway.Init")
    private Rest admin;

    @BeforeAll
    void start(@TempDir Path home) {
        instance = DevInstanceProcess.start(home);
        admin = new Rest(instance.baseUrl(), "admin", "admin");
    }

    @AfterAll
    void stop() {
        instance.close();
        dovecot.close();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aMailBecomesAPageByItsSenderWhateverTheProtocol(Protocol protocol) {
        MailServers servers = new MailServers(admin);
        long id = servers.create(MailServers.settings(dovecot, protocol, MAILBOX));
        String title = "Minutes over " + protocol;
        dovecot.deliver(MAILBOX, mail(title, "We met. See https://example.org/agenda"));

        JsonNode report = servers.fetch(id);

        assertThat(report.path("outcomes").path("PAGE_CREATED").asInt())
                .as("fetch said %s\nlog:\n%s", report, instance.log())
                .isPositive();
        JsonNode page = new Wiki(admin)
                .page("DEMO", title)
                .orElseThrow(() -> new AssertionError("no page titled '" + title + "'"));
        assertThat(page.at("/body/storage/value").asText())
                .contains("We met.")
                .contains("href=\"https://example.org/agenda\"");
        assertThat(page.at("/history/createdBy/username").asText()).isEqualTo("alice");
        servers.remove(id);
    }

    @Test
    void anAttachmentArrivesBitForBit() {
        byte[] bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        MailServers servers = new MailServers(admin);
        long id = servers.create(MailServers.settings(dovecot, Protocol.IMAPS, MAILBOX));
        dovecot.deliver(MAILBOX, mailWithAttachment("Measurements attached", "data.bin", bytes));

        servers.fetch(id);

        JsonNode page = new Wiki(admin).page("DEMO", "Measurements attached").orElseThrow();
        JsonNode attachments = new Wiki(admin).attachments(page.path("id").asLong());
        assertThat(attachments).hasSize(1);
        assertThat(attachments.get(0).path("title").asText()).isEqualTo("data.bin");
        assertThat(new Wiki(admin).download(attachments.get(0))).isEqualTo(bytes);
        servers.remove(id);
    }

    @Test
    void fetchingAgainAfterTheMailServerWasAddedAnewMakesNoSecondPage() {
        MailServers servers = new MailServers(admin);
        long id = servers.create(MailServers.settings(dovecot, Protocol.IMAPS, MAILBOX));
        dovecot.deliver(MAILBOX, mail("Only once", "please"));

        servers.fetch(id);
        servers.remove(id);
        long again = servers.create(MailServers.settings(dovecot, Protocol.IMAPS, MAILBOX));
        servers.fetch(again);

        assertThat(new Wiki(admin).pagesTitled("DEMO", "Only once")).isEqualTo(1);
        servers.remove(again);
    }

    @Test
    void anUnknownSenderIsRejectedWithACodeAndTheMailStaysWhereItIs() {
        MailServers servers = new MailServers(admin);
        long id = servers.create(MailServers.settings(dovecot, Protocol.IMAPS, MAILBOX));
        int before = dovecot.subjects(MAILBOX, "INBOX").size();
        dovecot.deliver(
                MAILBOX,
                "From: stranger@elsewhere.test\r\nTo: alice@mail.test\r\nSubject: Buy\r\nMessage-ID: <s1@x>\r\n\r\nNow\r\n"
                        .getBytes(StandardCharsets.UTF_8));

        servers.fetch(id);

        JsonNode entry = servers.messages("server=" + id + "&state=REJECTED")
                .path("messages")
                .path(0);
        assertThat(entry.path("code").asText()).isEqualTo("IM-SENDER-UNKNOWN");
        assertThat(entry.path("sender").asText()).contains("stranger@elsewhere.test");
        assertThat(dovecot.subjects(MAILBOX, "INBOX")).hasSize(before + 1);
        servers.remove(id);
    }

    private static byte[] mail(String subject, String text) {
        return ("From: Alice Example <alice@wiki.test>\r\nTo: " + MAILBOX + "\r\nSubject: " + subject
                        + "\r\nMessage-ID: <" + subject.hashCode() + "." + System.nanoTime()
                        + "@mail.test>\r\nDate: Tue, 24 Nov 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mailWithAttachment(String subject, String name, byte[] bytes) {
        return ("From: alice@wiki.test\r\nTo: " + MAILBOX + "\r\nSubject: " + subject
                        + "\r\nMessage-ID: <attachment." + System.nanoTime() + "@mail.test>\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
                        + "Attached.\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition:"
                        + " attachment; filename=" + name + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(bytes) + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
