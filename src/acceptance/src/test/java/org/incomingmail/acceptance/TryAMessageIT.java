package org.incomingmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** An administrator asks what would become of a message before anybody sends it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TryAMessageIT {
    private static final String MAIL = "From: Alice <alice@wiki.test>\r\nTo: bob+TEAM@mail.test\r\n"
            + "Subject: =?utf-8?B?5LyI55S7?=\r\nDate: Tue, 24 Nov 2026 10:00:00 +0000\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\n\r\nこんにちは\r\n";
    private final DovecotServer dovecot = DovecotServer.start();

    @SuppressWarnings("NullAway.Init")
    private DevInstanceProcess instance;

    @SuppressWarnings("NullAway.Init")
    private Rest rest;

    @BeforeAll
    void start(@TempDir Path home) {
        instance = DevInstanceProcess.start(home);
        rest = new Rest(instance.baseUrl(), "admin", "admin");
        new MailServers(rest).create(MailServers.settings(dovecot, Protocol.IMAPS, "bob@mail.test"));
    }

    @AfterAll
    void stop() {
        instance.close();
        dovecot.close();
    }

    @Test
    void theScreenShowsWhatWouldBecomeOfAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.eml"), MAIL);
        try (Browser browser = new Browser(instance.baseUrl(), "en")) {
            browser.logIn("admin", "admin");
            browser.openAsAdministrator("/admin/systeminfo.action", "admin");
            browser.link("Try a message").click();
            browser.screenshot("try-a-message-empty");
            browser.button("Try it").click();
            browser.sees("No file was chosen");
            browser.find(By.id("im-try-file")).sendKeys(file.toString());
            browser.button("Try it").click();
            browser.sees("It would be");
            // alice may not create pages in TEAM
            browser.sees("rejected");
            browser.sees("こんにちは");
            browser.screenshot("try-a-message");

            Files.writeString(file, MAIL.replace("bob+TEAM", "bob"));
            browser.find(By.id("im-try-file")).sendKeys(file.toString());
            browser.button("Try it").click();
            browser.sees("It would be: page");
        }
        try (Browser browser = new Browser(instance.baseUrl(), "ja")) {
            browser.logIn("admin", "admin");
            browser.openAsAdministrator("/plugins/servlet/incoming-mail/try", "admin");
            browser.find(By.id("im-try-file")).sendKeys(file.toString());
            browser.button("試す").click();
            browser.sees("読者に表示される内容");
            browser.screenshot("try-a-message-ja");
        }
        assertThat(new Wiki(rest).pagesTitled("DEMO", "伈画"))
                .as("nothing is done")
                .isZero();
        assertThat(new MailServers(rest).messages("").path("total").asInt()).isZero();
    }

    @Test
    void restGivesTheExplanation() throws Exception {
        HttpResponse<String> answer = post(MAIL.replace("bob+TEAM", "bob"), "no-check");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode json = new Rest.Answer(200, answer.body()).json();
        assertThat(json.path("decision").path("kind").asText()).isEqualTo("PAGE");
        assertThat(json.path("decision").path("title").asText()).isEqualTo("伈画");
        assertThat(json.path("reply").path("visible").asText()).isEqualTo("こんにちは");
        assertThat(post(MAIL, "other").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> post(String mail, String xsrf) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(instance.baseUrl() + "/rest/incoming-mail/1.0/dry-run"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "message/rfc822")
                .header("X-Atlassian-Token", xsrf)
                .POST(HttpRequest.BodyPublishers.ofString(mail))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
