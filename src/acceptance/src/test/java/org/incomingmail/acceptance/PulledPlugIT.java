package org.incomingmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process dies in the middle of a fetch: afterwards each mail is exactly one page. */
class PulledPlugIT {
    private static final String MAILBOX = "alice@mail.test";
    private static final int MAILS = 120;

    @Test
    void killedWhileFetchingItResumesAndNothingIsLostOrDoubled(@TempDir Path home) throws Exception {
        try (DovecotServer dovecot = DovecotServer.start()) {
            dovecot.deliver(MAILBOX, IntStream.range(0, MAILS).mapToObj(PulledPlugIT::mail));
            DevInstanceProcess first = DevInstanceProcess.start(home);
            Rest admin = new Rest(first.baseUrl(), "admin", "admin");
            long id = new MailServers(admin).createUnchecked(MailServers.settings(dovecot, Protocol.IMAPS, MAILBOX));
            // the schedule fetches; once some pages are there and others are not, the plug is pulled
            await("the first pages")
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> published(admin, id) > 3);
            first.kill();

            try (DevInstanceProcess second = DevInstanceProcess.start(home)) {
                Rest again = new Rest(second.baseUrl(), "admin", "admin");
                await("the rest")
                        .atMost(Duration.ofSeconds(120))
                        .until(() -> "DONE"
                                        .equals(new MailServers(again)
                                                .fetch(id)
                                                .path("status")
                                                .asText())
                                && published(again, id) == MAILS);

                TreeMap<String, Integer> titles = new Wiki(again).titles("DEMO", "Numbered mail");
                assertThat(titles).as("each mail once").hasSize(MAILS);
                assertThat(titles.values()).containsOnly(1);
            }
        }
    }

    private static int published(Rest rest, long id) {
        return new MailServers(rest)
                .messages("server=" + id + "&state=PAGE_CREATED&limit=1")
                .path("total")
                .asInt();
    }

    private static byte[] mail(int number) {
        return ("From: alice@wiki.test\r\nTo: " + MAILBOX + "\r\nSubject: Numbered mail " + number
                        + "\r\nMessage-ID: <n" + number + "@mail.test>\r\n\r\nText " + number + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
