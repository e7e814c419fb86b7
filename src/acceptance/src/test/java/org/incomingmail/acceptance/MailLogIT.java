package org.incomingmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What an administrator does about a mail that did not become a page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailLogIT {
    private static final String MAILBOX = "bob@mail.test";
    private final DovecotServer dovecot = DovecotServer.start();

    @SuppressWarnings("NullAway.Init")
    private DevInstanceProcess instance;

    @SuppressWarnings("NullAway.Init")
    private Rest rest;

    private long server;

    @BeforeAll
    void start(@TempDir Path home) {
        instance = DevInstanceProcess.start(home);
        rest = new Rest(instance.baseUrl(), "admin", "admin");
        server = new MailServers(rest).create(MailServers.settings(dovecot, Protocol.IMAPS, MAILBOX));
    }

    @AfterAll
    void stop() {
        instance.close();
        dovecot.close();
    }

    @Test
    void aRejectedMailIsUnderstoodMendedAndTriedAgain() {
        rules("alice@wiki.test");
        dovecot.deliver(MAILBOX, mail("alice@wiki.test", "Blocked by mistake"));
        new MailServers(rest).fetch(server);
        try (Browser browser = new Browser(instance.baseUrl(), "en")) {
            browser.logIn("admin", "admin");
            browser.openAsAdministrator("/plugins/servlet/incoming-mail/log", "admin");
            browser.link("Blocked by mistake").click();
            browser.sees("IM-BLOCKED");
            browser.sees("What the rules, users and spaces of today make of it");
            browser.sees("a message to read");
            browser.screenshot("log-message-rejected");
            browser.find(By.id("im-retry")).click();
            browser.sees("tried again and is not published");
            rules("");
            browser.find(By.id("im-retry")).click();
            browser.sees("tried again and is published");
            browser.sees("page created");
            browser.screenshot("log-message-published");
            assertThat(browser.driver().findElements(By.id("im-retry"))).isEmpty();
        }
        assertThat(new Wiki(rest).pagesTitled("DEMO", "Blocked by mistake")).isEqualTo(1);
        assertThat(new MailServers(rest)
                        .fetch(server)
                        .path("outcomes")
                        .path("PAGE_CREATED")
                        .asInt())
                .as("nothing comes twice")
                .isZero();
        assertThat(instance.log()).contains("was tried again by");
    }

    @Test
    void aSenderIsBlockedFromTheLogAndAllOfItIsExported() {
        dovecot.deliver(MAILBOX, mail("stranger@elsewhere.test", "=1+1 a formula"));
        new MailServers(rest).fetch(server);
        try (Browser browser = new Browser(instance.baseUrl(), "ja")) {
            browser.logIn("admin", "admin");
            browser.openAsAdministrator("/plugins/servlet/incoming-mail/log", "admin");
            browser.screenshot("log-ja");
            browser.link("=1+1 a formula").click();
            browser.find(By.id("im-block")).click();
            browser.sees("拒否されます");
            browser.screenshot("log-message-ja");
        }
        dovecot.deliver(MAILBOX, mail("stranger@elsewhere.test", "Once more"));
        new MailServers(rest).fetch(server);
        JsonNode newest =
                new MailServers(rest).messages("text=once").path("messages").get(0);
        assertThat(newest.path("code").asText()).isEqualTo("IM-BLOCKED");

        String csv =
                new String(rest.bytes("/rest/incoming-mail/1.0/messages/export?text=formula"), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF\"id\",\"received\"").contains("\"'=1+1 a formula\"");
        assertThat(csv.lines()).hasSize(2);
    }

    private void rules(String blocked) {
        JsonNode rules = rest.get("/rest/incoming-mail/1.0/servers/" + server + "/rules")
                .expect(200)
                .json();
        ObjectNode changed = rules.deepCopy();
        changed.withObject("/lists").putArray("blocked");
        if (!blocked.isEmpty()) {
            changed.withObject("/lists").withArray("blocked").add(blocked);
        }
        rest.put("/rest/incoming-mail/1.0/servers/" + server + "/rules", changed.toString())
                .expect(200);
    }

    private static byte[] mail(String from, String subject) {
        return ("From: " + from + "\r\nTo: " + MAILBOX + "\r\nSubject: " + subject + "\r\nMessage-ID: <"
                        + subject.replaceAll("\\W", "") + "@mail.test>\r\n\r\na message to read\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
