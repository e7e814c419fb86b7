package org.incomingmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** How much mail came, in charts and figures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatisticsIT {
    private static final String MAILBOX = "bob@mail.test";
    private final DovecotServer dovecot = DovecotServer.start();

    @SuppressWarnings("NullAway.Init")
    private DevInstanceProcess instance;

    @SuppressWarnings("NullAway.Init")
    private Rest rest;

    @BeforeAll
    void start(@TempDir Path home) {
        instance = DevInstanceProcess.start(home);
        rest = new Rest(instance.baseUrl(), "admin", "admin");
    }

    @AfterAll
    void stop() {
        instance.close();
        dovecot.close();
    }

    @Test
    void theFiguresAreThoseOfTheMailThatCame() {
        try (Browser browser = new Browser(instance.baseUrl(), "en")) {
            browser.logIn("admin", "admin");
            browser.openAsAdministrator("/plugins/servlet/incoming-mail/statistics", "admin");
            browser.sees("There is no mail server");
        }
        MailServers servers = new MailServers(rest);
        long busy = servers.create(MailServers.settings(dovecot, Protocol.IMAPS, MAILBOX));
        long quiet = servers.create(MailServers.settings(dovecot, Protocol.POP3S, "carol@mail.test"));
        for (int i = 0; i < 3; i++) {
            dovecot.deliver(MAILBOX, mail("alice@wiki.test", "Counted " + i));
        }
        dovecot.deliver(MAILBOX, mail("stranger@elsewhere.test", "Not published"));
        servers.fetch(busy);

        JsonNode day =
                rest.get("/rest/incoming-mail/1.0/statistics").expect(200).json();
        assertThat(day.path("stepSeconds").asInt()).isEqualTo(3600);
        JsonNode counts = day.path("servers").get(0).path("counts");
        assertThat(counts.path("published")).hasSize(24);
        assertThat(sum(counts.path("published"))).isEqualTo(3);
        assertThat(sum(counts.path("rejected"))).isEqualTo(1);
        assertThat(day.path("servers").get(1).path("id").asLong()).isEqualTo(quiet);
        assertThat(day.path("servers").get(1).path("received").asInt()).isZero();
        JsonNode month = rest.get("/rest/incoming-mail/1.0/statistics?period=MONTH")
                .expect(200)
                .json();
        assertThat(sum(month.path("servers").get(0).path("counts").path("published")))
                .isEqualTo(3);
        rest.get("/rest/incoming-mail/1.0/statistics?period=YEAR").expect(400);

        try (Browser browser = new Browser(instance.baseUrl(), "en")) {
            browser.logIn("admin", "admin");
            browser.openAsAdministrator("/plugins/servlet/incoming-mail/statistics", "admin");
            browser.find(By.cssSelector("[data-server-id='" + busy + "'] .im-chart canvas"));
            browser.sees("Nothing arrived in this time");
            browser.screenshot("statistics-day");
            browser.link("Last 30 days").click();
            browser.find(By.cssSelector("[aria-current]"));
            browser.find(By.cssSelector("details summary")).click();
            browser.screenshot("statistics-month");
        }
        try (Browser browser = new Browser(instance.baseUrl(), "ja")) {
            browser.logIn("admin", "admin");
            browser.openAsAdministrator("/plugins/servlet/incoming-mail/statistics", "admin");
            browser.screenshot("statistics-ja");
        }
        try (Browser browser = Browser.withoutScripts(instance.baseUrl())) {
            browser.logIn("admin", "admin");
            browser.openAsAdministrator("/plugins/servlet/incoming-mail/statistics", "admin");
            browser.find(By.cssSelector("details summary")).click();
            assertThat(browser.find(By.cssSelector(".im-figures tbody tr")).getText())
                    .contains("4", "3", "1");
        }
    }

    private static int sum(JsonNode counts) {
        return StreamSupport.stream(counts.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .sum();
    }

    private static byte[] mail(String from, String subject) {
        return ("From: " + from + "\r\nTo: " + MAILBOX + "\r\nSubject: " + subject + "\r\nMessage-ID: <"
                        + subject.replaceAll("\\W", "") + "@mail.test>\r\n\r\na message to read\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
