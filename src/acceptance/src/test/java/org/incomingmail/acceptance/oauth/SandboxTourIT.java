package org.incomingmail.acceptance.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.incomingmail.acceptance.Browser;
import org.incomingmail.acceptance.DevInstanceProcess;
import org.incomingmail.acceptance.Rest;
import org.incomingmail.acceptance.Wiki;
import org.incomingmail.acceptance.oauth.OAuthAdministrator.Registration;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** The README's tour through OAuth 2.0, by the pages of the instance alone; with scripts and without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxTourIT {
    private static final String MAILBOX = "oauth@wiki.test";

    @SuppressWarnings("NullAway.Init")
    private DevInstanceProcess instance;

    @BeforeAll
    void start(@TempDir Path home) {
        instance = DevInstanceProcess.start(home);
    }

    @AfterAll
    void stop() {
        instance.close();
    }

    @Test
    void withScripts() {
        try (OAuthAdministrator admin = new OAuthAdministrator(new Browser(instance.baseUrl(), "en"))) {
            tour(admin, Protocol.IMAPS, "Sandbox by token");
        }
    }

    @Test
    void withoutScripts() {
        try (OAuthAdministrator admin = new OAuthAdministrator(Browser.withoutScripts(instance.baseUrl()))) {
            tour(admin, Protocol.POP3S, "Sandbox without scripts");
        }
    }

    private void tour(OAuthAdministrator admin, Protocol protocol, String name) {
        Browser browser = admin.browser();
        browser.open("/sandbox/mail.action?mailbox=" + MAILBOX);
        int port = Integer.parseInt(shown(browser, "#sandbox-connection [data-protocol=" + protocol + "] .port"));
        String authority = shown(browser, "#sandbox-authority-pem");
        Registration registration = new Registration(
                URI.create(shown(browser, "#sandbox-link-authorization")),
                URI.create(shown(browser, "#sandbox-link-token")),
                shown(browser, "#sandbox-link-client-id"),
                shown(browser, "#sandbox-link-client-secret"),
                shown(browser, "#sandbox-link-scopes"),
                shown(browser, "#sandbox-link-issuer"));

        admin.createLink(name, registration);
        admin.fillForm(protocol, port, authority, name, MAILBOX, name);
        admin.authorize();
        signIn(browser);
        browser.find(By.id("deny")).click();
        browser.sees("Not authorized");
        browser.sees("IM-OAUTH-ACCESS-DENIED");
        assertThat(admin.value("Name")).isEqualTo(name);

        admin.authorize();
        signIn(browser);
        browser.find(By.id("allow")).click();
        browser.sees("Authorized, not yet saved");
        assertThat(browser.find(By.id("im-authorization")).getText()).contains("Authorized by", "mail.imap");
        assertThat(admin.value("Name")).isEqualTo(name);
        browser.screenshot("sandbox-authorized-" + protocol);
        admin.submit();
        browser.sees("has been saved");

        send(browser, "Sent for " + name);
        await("the page").atMost(Duration.ofSeconds(90)).until(() -> new Wiki(
                        new Rest(instance.baseUrl(), "admin", "admin"))
                .page("DEMO", "Sent for " + name)
                .isPresent());
    }

    private static void signIn(Browser browser) {
        browser.find(By.id("username")).sendKeys(MAILBOX);
        browser.find(By.id("password")).sendKeys("oauth");
        browser.find(By.id("sign-in")).click();
    }

    private static void send(Browser browser, String subject) {
        browser.open("/sandbox/send.action");
        browser.type("From", "alice@wiki.test");
        browser.type("To", MAILBOX);
        browser.type("Subject", subject);
        browser.find(By.cssSelector("form.aui [type=submit]")).click();
        browser.sees("delivered");
    }

    private static String shown(Browser browser, String selector) {
        return String.valueOf(
                browser.driver().findElement(By.cssSelector(selector)).getDomProperty("textContent"));
    }
}
