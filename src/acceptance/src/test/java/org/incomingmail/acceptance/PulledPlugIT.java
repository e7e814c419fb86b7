package org.incomingmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The process dies in the middle of a fetch: afterwards each mail is exactly one page. */
class PulledPlugIT {
    private static final String MAILBOX = "alice@mail.test";
    private static final int MAILS = 120;

    @ParameterizedTest
    @CsvSource({"IMAPS, LEAVE, 1", "POP3S, DELETE, 2"})
    void killedWhileFetchingItResumesAndNothingIsLostOrDoubled(
            Protocol protocol, String afterProcessing, int kills, @TempDir Path home) throws Exception {
        try (DovecotServer dovecot = DovecotServer.start()) {
            dovecot.deliver(MAILBOX, IntStream.range(0, MAILS).mapToObj(PulledPlugIT::mail));
            long id = 0;
            for (int kill = 0; kill < kills; kill++) {
                DevInstanceProcess killed = DevInstanceProcess.start(home);
                Rest admin = new Rest(killed.baseUrl(), "admin", "admin");
                if (id == 0) {
                    ObjectNode settings = MailServers.settings(dovecot, protocol, MAILBOX);
                    settings.put("afterProcessing", afterProcessing).put("deleteConfirmation", MAILBOX);
                    id = new MailServers(admin).createUnchecked(settings);
                }
                long server = id;
                int before = published(admin, server);
                // the schedule fetches; once some pages are there and others are not, the plug is pulled
                await("the first pages")
                        .atMost(Duration.ofSeconds(90))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> published(admin, server) > before + 3);
                killed.kill();
            }
            everyMailIsOnePage(home, id);
            int left = dovecot.subjects(MAILBOX, "INBOX").size();
            assertThat(left).as("mails on the server").isEqualTo(afterProcessing.equals("DELETE") ? 0 : MAILS);
        }
    }

    private static void everyMailIsOnePage(Path home, long id) throws Exception {
        try (DevInstanceProcess last = DevInstanceProcess.start(home)) {
            Rest admin = new Rest(last.baseUrl(), "admin", "admin");
            await("the rest")
                    .atMost(Duration.ofSeconds(120))
                    .until(() -> new MailServers(admin)
                                    .fetch(id)
                                    .path("status")
                                    .asText()
                                    .equals("DONE")
                            && published(admin, id) == MAILS);
            TreeMap<String, Integer> titles = new Wiki(admin).titles("DEMO", "Numbered mail");
            assertThat(titles).as("each mail once").hasSize(MAILS);
            assertThat(titles.values()).containsOnly(1);
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
