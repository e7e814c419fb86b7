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

    @Test
    void anAdministratorPublishesAStrangersMailInSomebodysNameAndTheStoryIsTold() {
        dovecot.deliver(MAILBOX, withFile("customer@elsewhere.test", "An order"));
        new MailServers(rest).fetch(server);
        try (Browser browser = new Browser(instance.baseUrl(), "en")) {
            browser.logIn("admin", "admin");
            browser.openAsAdministrator("/plugins/servlet/incoming-mail/log?text=order", "admin");
            browser.link("An order").click();
            browser.sees("IM-SENDER-UNKNOWN");
            browser.find(By.cssSelector(".im-place summary")).click();
            browser.find(By.id("im-place-author")).sendKeys("nobody");
            browser.find(By.id("im-place")).click();
            browser.sees("No active user is called “nobody”");
            browser.screenshot("log-message-place-wrong");
            browser.find(By.id("im-place-author")).clear();
            browser.find(By.id("im-place-author")).sendKeys("alice");
            browser.find(By.id("im-place-space")).sendKeys("demo");
            browser.find(By.id("im-place")).click();
            browser.sees("The message was published");
            browser.sees("admin published it elsewhere (space: DEMO, author: alice)");
            browser.screenshot("log-message-story");
            assertThat(browser.driver().findElements(By.cssSelector(".im-place")))
                    .isEmpty();
        }
        assertThat(new Wiki(rest).pagesTitled("DEMO", "An order")).isEqualTo(1);
        JsonNode found =
                new MailServers(rest).messages("text=order").path("messages").get(0);
        JsonNode whole = rest.get(
                        "/rest/incoming-mail/1.0/messages/" + found.path("id").asLong())
                .expect(200)
                .json();
        assertThat(whole.path("story").findValuesAsText("kind"))
                .containsSubsequence("TAKEN", "CONCLUDED", "REASON", "PLACED", "CONCLUDED");
        assertThat(rest.bytes(
                        "/rest/incoming-mail/1.0/messages/" + found.path("id").asLong() + "/attachments/0"))
                .isEqualTo("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        rest.get("/rest/incoming-mail/1.0/messages/" + found.path("id").asLong() + "/attachments/1")
                .expect(404);
    }

    @Test
    void manyAreDecidedAboutAtOnce() {
        rules("*@crowd.test");
        for (String one : new String[] {"a", "b", "c"}) {
            dovecot.deliver(MAILBOX, mail(one + "@crowd.test", "Crowd " + one));
        }
        dovecot.deliver(MAILBOX, mail("alice@wiki.test", "Crowd of users"));
        new MailServers(rest).fetch(server);
        rules("");
        try (Browser browser = new Browser(instance.baseUrl(), "en")) {
            browser.logIn("admin", "admin");
            browser.openAsAdministrator("/plugins/servlet/incoming-mail/log?text=crowd&state=REJECTED", "admin");
            browser.find(By.id("im-bulk-first")).click();
            browser.sees("Select at least one message first");
            browser.find(By.cssSelector("[data-tick-all]")).click();
            browser.screenshot("log-bulk");
            browser.find(By.id("im-bulk-first")).click();
            browser.sees("Selected: 3. Published: 0, discarded: 0, still not published: 3, not possible: 0.");
            assertThat(browser.driver().getCurrentUrl()).contains("text=crowd");
            browser.screenshot("log-bulk-done");
        }
        hold();
        for (String subject : new String[] {"Held one", "Held two"}) {
            dovecot.deliver(MAILBOX, mail("alice@wiki.test", subject));
        }
        new MailServers(rest).fetch(server);
        try (Browser browser = new Browser(instance.baseUrl(), "ja")) {
            browser.logIn("admin", "admin");
            browser.openAsAdministrator("/plugins/servlet/incoming-mail/waiting", "admin");
            browser.screenshot("waiting-bulk-ja");
            browser.find(By.cssSelector("[data-tick-all]")).click();
            browser.find(By.id("im-bulk-first")).click();
            browser.sees("公開: 2");
        }
        rules("");
        assertThat(new Wiki(rest).pagesTitled("DEMO", "Held one")).isEqualTo(1);
    }

    @Test
    void aSenderIsErasedFromTheLog() {
        dovecot.deliver(MAILBOX, mail("forget.me@elsewhere.test", "Private matters"));
        new MailServers(rest).fetch(server);
        try (Browser browser = new Browser(instance.baseUrl(), "en")) {
            browser.logIn("admin", "admin");
            browser.openAsAdministrator("/plugins/servlet/incoming-mail/retention", "admin");
            browser.type("Days that the log knows", "-1");
            browser.find(By.id("im-retention-save")).submit();
            browser.sees("Enter whole numbers of days");
            browser.type("Days that the log knows", "365");
            browser.find(By.id("im-retention-save")).click();
            browser.sees("Saved.");
            browser.type("Email address", "Forget.Me@elsewhere.test");
            browser.find(By.id("im-erase")).click();
            browser.sees("Erased from the log: 1.");
            browser.screenshot("retention");
        }
        assertThat(rest.get("/rest/incoming-mail/1.0/retention")
                        .expect(200)
                        .json()
                        .path("logDays")
                        .asInt())
                .isEqualTo(365);
        assertThat(new MailServers(rest).messages("text=private").path("total").asInt())
                .isZero();
        assertThat(rest.get("/rest/incoming-mail/1.0/messages?limit=200")
                        .expect(200)
                        .json()
                        .toString())
                .doesNotContainIgnoringCase("forget.me");
        try (Browser browser = new Browser(instance.baseUrl(), "ja")) {
            browser.logIn("admin", "admin");
            browser.openAsAdministrator("/plugins/servlet/incoming-mail/retention", "admin");
            browser.screenshot("retention-ja");
        }
    }

    private void hold() {
        ObjectNode changed = rest.get("/rest/incoming-mail/1.0/servers/" + server + "/rules")
                .expect(200)
                .json()
                .deepCopy();
        changed.withObject("/trust").put("knownAddress", "HOLD");
        rest.put("/rest/incoming-mail/1.0/servers/" + server + "/rules", changed.toString())
                .expect(200);
    }

    private static byte[] withFile(String from, String subject) {
        return ("From: " + from + "\r\nTo: " + MAILBOX + "\r\nSubject: " + subject
                        + "\r\nMessage-ID: <order@elsewhere.test>\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nPlease send ten.\r\n--b\r\n"
                        + "Content-Type: text/html; name=\"order.html\"\r\n"
                        + "Content-Disposition: attachment; filename=\"order.html\"\r\n\r\n<script>alert(1)</script>\r\n"
                        + "--b--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void rules(String blocked) {
        JsonNode rules = rest.get("/rest/incoming-mail/1.0/servers/" + server + "/rules")
                .expect(200)
                .json();
        ObjectNode changed = rules.deepCopy();
        changed.withObject("/trust").put("knownAddress", "PUBLISH");
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
