package org.incomingmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answer to a notification becomes a comment, with what it quotes behind an expander. */
class ReplyBecomesACommentIT {
    private static final String MAILBOX = "alice@mail.test";

    @Test
    void theAnswerToANotificationIsACommentByItsSender(@TempDir Path home) throws Exception {
        try (DovecotServer dovecot = DovecotServer.start();
                DevInstanceProcess instance = DevInstanceProcess.start(home)) {
            Rest admin = new Rest(instance.baseUrl(), "admin", "admin");
            MailServers servers = new MailServers(admin);
            ObjectNode settings = MailServers.settings(dovecot, Protocol.IMAPS, MAILBOX);
            settings.put("notifyWatchers", true);
            long id = servers.create(settings);
            deliver(dovecot, "Subject: Plan for the week\r\n", "Shall we?");
            servers.fetch(id);
            long page = new Wiki(admin)
                    .page("DEMO", "Plan for the week")
                    .orElseThrow()
                    .path("id")
                    .asLong();

            comment(admin, page, "<p>Yes, on Friday.</p>");
            Inbox alice = new Inbox(home, "alice");
            Inbox.Received notification = await("alice's notification")
                    .atMost(Duration.ofSeconds(60))
                    .until(
                            () -> alice.mails().stream()
                                    .filter(mail -> mail.replyTo().contains("+"))
                                    .findFirst()
                                    .orElse(null),
                            found -> found != null);
            deliver(
                    dovecot,
                    "Subject: Re: whatever\r\nIn-Reply-To: " + notification.messageId() + "\r\nDelivered-To: "
                            + notification.replyTo() + "\r\n",
                    "Friday is fine.\r\n\r\nOn Tue, Nov 24, 2026 at 10:00 AM Wiki <wiki@mail.test> wrote:\r\n> Yes, on Friday.\r\n");
            JsonNode report = servers.fetch(id);

            assertThat(report.path("outcomes").path("COMMENT_CREATED").asInt())
                    .as("fetch said %s; log: %s", servers.messages("server=" + id), instance.log())
                    .isEqualTo(1);
            assertThat(new Wiki(admin).comments(page)).anySatisfy(comment -> {
                String body = comment.at("/body/storage/value").asText();
                assertThat(body).contains("Friday is fine.").contains("ac:name=\"expand\"");
                assertThat(body.indexOf("Yes, on Friday.")).isGreaterThan(body.indexOf("ac:name=\"expand\""));
                assertThat(comment.at("/history/createdBy/username").asText()).isEqualTo("alice");
                assertThat(comment.path("ancestors")).as("a threaded answer").isNotEmpty();
            });
        }
    }

    private static void comment(Rest rest, long page, String storage) {
        rest.post(
                        "/rest/api/content",
                        "{\"type\":\"comment\",\"container\":{\"id\":\"" + page
                                + "\",\"type\":\"page\"},\"body\":{\"storage\":{\"value\":\"" + storage
                                + "\",\"representation\":\"storage\"}}}")
                .expect(200);
    }

    private static void deliver(DovecotServer dovecot, String headers, String text) {
        dovecot.deliver(
                MAILBOX,
                ("From: alice@wiki.test\r\nTo: " + MAILBOX + "\r\nMessage-ID: <" + System.nanoTime() + "@mail.test>\r\n"
                                + headers + "\r\n" + text + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
