package org.incomingmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** The rules of a mail server, from the screens to what becomes of mail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesIT {
    private static final String MAILBOX = "alice@mail.test";
    private static final Pattern LINK = Pattern.compile("https?://\\S+/incoming-mail/confirm\\?token=[\\w-]{43}");
    private final DovecotServer dovecot = DovecotServer.start();

    @SuppressWarnings("NullAway.Init")
    private DevInstanceProcess instance;

    @SuppressWarnings("NullAway.Init")
    private Rest admin;

    @SuppressWarnings("NullAway.Init")
    private Path home;

    @BeforeAll
    void start(@TempDir Path folder) {
        home = folder;
        instance = DevInstanceProcess.start(folder);
        admin = new Rest(instance.baseUrl(), "admin", "admin");
    }

    @AfterAll
    void stop() {
        instance.close();
        dovecot.close();
    }

    @Test
    void theSenderConfirmsByTheLinkInAMailAndOnlyByAButton() throws Exception {
        MailServers servers = new MailServers(admin);
        long id = servers.create(MailServers.settings(dovecot, Protocol.IMAPS, MAILBOX));
        rules(id, "{\"trust\": {\"authservIds\": [\"mx.wiki.test\"], \"knownAddress\": \"CONFIRM\"}}");
        deliver("", "Is it really mine");
        deliver("Authentication-Results: mx.wiki.test; dmarc=pass header.from=wiki.test\r\n", "Surely mine");
        servers.fetch(id);

        assertThat(new Wiki(admin).page("DEMO", "Surely mine")).as("proved").isPresent();
        assertThat(new Wiki(admin).page("DEMO", "Is it really mine"))
                .as("not before its time")
                .isEmpty();
        String link = await("the confirmation mail")
                .atMost(Duration.ofSeconds(60))
                .until(() -> confirmation("Is it really mine"), Optional::isPresent)
                .orElseThrow();
        HttpResponse<String> looked = get(link);
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(looked.body()).contains("Is it really mine").doesNotContain("Well, is it?");
        assertThat(looked.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        get(link);
        assertThat(new Wiki(admin).page("DEMO", "Is it really mine"))
                .as("scanners follow links, too")
                .isEmpty();

        try (Browser browser = new Browser(instance.baseUrl(), "en")) {
            browser.driver().get(link);
            browser.screenshot("confirm");
            browser.button("It is mine: publish").click();
            browser.sees("The mail was published");
            browser.screenshot("confirmed");
        }
        JsonNode page = new Wiki(admin).page("DEMO", "Is it really mine").orElseThrow();
        assertThat(page.at("/history/createdBy/username").asText()).isEqualTo("alice");
        assertThat(get(link).statusCode()).as("the link worked once").isEqualTo(404);
        servers.remove(id);
    }

    @Test
    void anAdministratorReleasesWhatWaits() {
        MailServers servers = new MailServers(admin);
        long id = servers.create(MailServers.settings(dovecot, Protocol.IMAPS, MAILBOX));
        rules(id, "{\"rules\": [{\"name\": \"Offers\", \"subject\": \"offer\", \"action\": \"HOLD\"}]}");
        deliver("", "An offer to release");
        deliver("", "An offer to discard");
        servers.fetch(id);

        try (Browser browser = new Browser(instance.baseUrl(), "en")) {
            browser.logIn("admin", "admin");
            browser.openAsAdministrator("/plugins/servlet/incoming-mail/waiting", "admin");
            browser.sees("An offer to release");
            browser.screenshot("waiting");
            browser.find(By.cssSelector("button[aria-label='Release: An offer to release']"))
                    .click();
            browser.sees("The message was published");
            browser.find(By.cssSelector("button[aria-label='Discard: An offer to discard']"))
                    .click();
            browser.sees("The message was discarded");
            browser.sees("No message waits");
            browser.screenshot("waiting-empty");
        }
        assertThat(new Wiki(admin).page("DEMO", "An offer to release")).isPresent();
        assertThat(new Wiki(admin).page("DEMO", "An offer to discard")).isEmpty();
        JsonNode discarded = servers.messages("server=" + id + "&text=discard")
                .path("messages")
                .path(0);
        assertThat(discarded.path("code").asText()).isEqualTo("IM-DISCARDED");
        assertThat(discarded.path("message").asText()).contains("admin");
        servers.remove(id);
    }

    @Test
    void rulesAreTypedPreviewedAndSavedAndThenApply() {
        MailServers servers = new MailServers(admin);
        long id = servers.create(MailServers.settings(dovecot, Protocol.IMAPS, MAILBOX));
        deliver("", "[news] Before the rule");
        servers.fetch(id);
        try (Browser browser = new Browser(instance.baseUrl(), "en")) {
            browser.logIn("admin", "admin");
            browser.openAsAdministrator("/plugins/servlet/incoming-mail/servers", "admin");
            browser.find(By.cssSelector("a[href$='/incoming-mail/rules/" + id + "']"))
                    .click();
            browser.find(By.cssSelector("#im-rules-form[data-loaded]"));
            browser.screenshot("rules");
            browser.type("Blocked", "not an address");
            browser.button("Add a rule").click();
            browser.find(By.cssSelector("[data-name=name]")).sendKeys("News");
            new Select(browser.find(By.cssSelector("[data-name=subjectTest]"))).selectByValue("REGEX");
            browser.find(By.cssSelector("[data-name=subject]")).sendKeys("^\\[news\\] (.*)");
            new Select(browser.find(By.cssSelector("[data-name=action]"))).selectByValue("BLOG_POST");
            browser.find(By.cssSelector("[data-name=space]")).sendKeys("DEMO");
            browser.find(By.cssSelector("[data-name=title]")).sendKeys("News: {1}");
            browser.find(By.cssSelector("[data-name=labels]")).sendKeys("news mail");
            browser.button("Submit").click();
            browser.sees("neither an address nor a domain");
            browser.screenshot("rules-error");
            browser.type("Blocked", "evil.test");
            browser.button("Preview with recent mail").click();
            browser.sees("News: Before the rule");
            browser.screenshot("rules-preview");
            browser.button("Submit").click();
            browser.sees("The rules were saved");
        }
        deliver("", "[news] After the rule");
        servers.fetch(id);
        JsonNode posts = admin.get(
                        "/rest/api/content?type=blogpost&spaceKey=DEMO&title=News:%20After%20the%20rule&expand=metadata")
                .expect(200)
                .json()
                .path("results");
        assertThat(posts).as("log: %s", servers.messages("server=" + id)).hasSize(1);
        assertThat(posts.get(0).at("/metadata/labels/results").findValuesAsText("name"))
                .containsExactly("mail", "news");
        servers.remove(id);
    }

    @Test
    void aJapaneseAdministratorReadsJapanese() {
        MailServers servers = new MailServers(admin);
        long id = servers.create(MailServers.settings(dovecot, Protocol.IMAPS, MAILBOX));
        rules(id, "{\"rules\": [{\"name\": \"お知らせ\", \"subject\": \"お知らせ\", \"action\": \"BLOG_POST\"}]}");
        try (Browser browser = new Browser(instance.baseUrl(), "ja")) {
            browser.logIn("admin", "admin");
            browser.openAsAdministrator("/plugins/servlet/incoming-mail/rules/" + id, "admin");
            browser.find(By.cssSelector("#im-rules-form[data-loaded]"));
            browser.sees("ルーティング");
            browser.screenshot("rules-ja");
            browser.open("/plugins/servlet/incoming-mail/waiting");
            browser.sees("保留中のメールはありません");
        }
        servers.remove(id);
    }

    private void rules(long id, String json) {
        admin.put("/rest/incoming-mail/1.0/servers/" + id + "/rules", json).expect(200);
    }

    private Optional<String> confirmation(String subject) throws Exception {
        for (String body : new Inbox(home, "alice").bodies()) {
            Matcher matcher = LINK.matcher(body);
            if (body.contains(subject) && matcher.find()) {
                return Optional.of(matcher.group());
            }
        }
        return Optional.empty();
    }

    /** Nobody is logged in. */
    private static HttpResponse<String> get(String link) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void deliver(String headers, String subject) {
        dovecot.deliver(
                MAILBOX,
                (headers + "From: Alice Example <alice@wiki.test>\r\nTo: " + MAILBOX + "\r\nSubject: " + subject
                                + "\r\nMessage-ID: <" + System.nanoTime() + "@mail.test>\r\n\r\nWell, is it?\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
