package org.incomingmail.acceptance.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.incomingmail.acceptance.Browser;
import org.incomingmail.acceptance.DevInstanceProcess;
import org.incomingmail.acceptance.Inbox;
import org.incomingmail.acceptance.Rest;
import org.incomingmail.acceptance.Wiki;
import org.incomingmail.acceptance.oauth.MailAccounts.Client;
import org.incomingmail.acceptance.oauth.OAuthAdministrator.Registration;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/**
 * An administrator's days with a real provider, in the order in which they come: from the link to the first page, through
 * everything that goes wrong later, and at last a look at all that was left behind for secrets.
 */
@ExtendWith(WithKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakTourIT {
    private static final String ALICE = "alice@mail.test";
    private static final String IMAP = "Wiki mail";
    private static final String SCOPES = MailAccounts.GOOGLE + " offline_access";
    private final KeycloakServer keycloak;
    private final MailAccounts accounts;
    private final List<String> rotated = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private DovecotServer dovecot;

    @SuppressWarnings("NullAway.Init")
    private DevInstanceProcess instance;

    @SuppressWarnings("NullAway.Init")
    private OAuthAdministrator admin;

    @SuppressWarnings("NullAway.Init")
    private Rest rest;

    KeycloakTourIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        this.accounts = new MailAccounts(keycloak);
    }

    @BeforeAll
    void start(@TempDir Path home) {
        instance = DevInstanceProcess.start(home);
        keycloak.ready();
        dovecot = MailAccounts.google(keycloak);
        admin = new OAuthAdministrator(new Browser(instance.baseUrl(), "en"));
        rest = new Rest(instance.baseUrl(), "admin", "admin");
    }

    @AfterAll
    void stop() {
        admin.close();
        instance.close();
        dovecot.close();
    }

    @Test
    @Order(1)
    void fromTheLinkToTheFirstPage() {
        admin.createLink("Company mail", Registration.at(keycloak, Client.WIKI, SCOPES));
        admin.browser().screenshot("oauth-link");
        admin.fillForm(Protocol.IMAPS, dovecot, IMAP, ALICE, "Company mail");
        assertThat(admin.browser().driver().findElements(By.xpath("//input[@type='password']")))
                .allMatch(field -> !field.isDisplayed());
        admin.browser().screenshot("oauth-form-client");
        admin.authorizeAs("alice");

        admin.browser().sees("Authorized, not yet saved");
        assertThat(value("Name")).isEqualTo(IMAP);
        assertThat(value("Default space")).isEqualTo("DEMO");
        assertThat(value("Username")).isEqualTo(ALICE);
        assertThat(admin.browser().find(By.id("im-authorization")).getText()).contains(ALICE, MailAccounts.GOOGLE);
        admin.keep();
        admin.browser().screenshot("oauth-authorized");
        admin.browser().open(OAuthAdministrator.SERVERS);
        admin.browser().sees("Continue");
        admin.keep();
        admin.browser().screenshot("oauth-unsaved");
        admin.browser().link("Continue").click();

        admin.testConnection();
        admin.browser().sees("OAUTHBEARER");
        admin.browser().screenshot("oauth-test-passed");
        admin.submit();
        admin.browser().sees("never checked");
        deliver("By token over IMAPS");
        admin.fetchNow(IMAP);
        page("By token over IMAPS");
        admin.browser().sees("working");
        admin.keep();
        admin.browser().screenshot("oauth-list-working");
    }

    @Test
    @Order(2)
    void thePop3WayWorksToo() {
        admin.fillForm(Protocol.POP3S, dovecot, "Wiki by POP", ALICE, "Company mail");
        admin.authorizeAs("alice");
        admin.browser().sees("Authorized, not yet saved");
        admin.testConnection();
        admin.browser().sees("XOAUTH2");
        admin.submit();
        admin.browser().sees("never checked");
        deliver("By token over POP3S");
        admin.fetchNow("Wiki by POP");
        page("By token over POP3S");
    }

    @Test
    @Order(3)
    void whoRefusesConsentLosesNothingAndMayChangeHisMind() {
        admin.createLink("Asking mail", Registration.at(keycloak, Client.WIKI_ASKING, SCOPES));
        admin.fillForm(Protocol.IMAPS, dovecot, "Asked first", ALICE, "Asking mail");
        admin.authorizeAs("alice");
        admin.browser().find(By.id("kc-cancel")).click();

        admin.browser().sees("Not authorized");
        assertThat(admin.browser().find(By.id("im-refused")).getText()).contains("IM-OAUTH", "access_denied");
        assertThat(value("Name")).isEqualTo("Asked first");
        admin.keep();
        admin.browser().screenshot("oauth-consent-refused");
        admin.authorizeAs("alice");
        admin.browser().find(By.id("kc-cancel"));
        admin.browser().screenshot("keycloak-consent");
        admin.browser().find(By.id("kc-login")).click();
        admin.browser().sees("Authorized, not yet saved");
        assertThat(value("Name")).isEqualTo("Asked first");
    }

    @Test
    @Order(4)
    void somebodyElsesConsentDoesNotOpenTheMailbox() {
        admin.fillForm(Protocol.IMAPS, dovecot, "Wrong person", ALICE, "Company mail");
        admin.authorizeAs("bob");

        admin.browser().sees("Authorized, not yet saved");
        admin.browser().sees("The username differs from the account that authorized");
        admin.testConnection();
        admin.browser().sees("IM-TOKEN-OTHER-ACCOUNT");
        admin.keep();
        admin.browser().screenshot("oauth-wrong-account");
    }

    @Test
    @Order(5)
    void aClientWithoutTheMailScopeIsToldSo() {
        admin.createLink(
                "Calendar only", Registration.at(keycloak, Client.WIKI, MailAccounts.CALENDARS + " offline_access"));
        admin.fillForm(Protocol.IMAPS, dovecot, "Wrong scope", ALICE, "Calendar only");
        admin.authorizeAs("alice");
        admin.browser().sees("Authorized, not yet saved");
        admin.testConnection();
        admin.browser().sees("IM-TOKEN-");
        admin.browser().sees("scope");
        admin.browser().screenshot("oauth-wrong-scope");
    }

    @Test
    @Order(6)
    void expiredAccessTokensAreRefreshedWithoutAnybody() {
        long before = refreshes();
        await("a refresh").atMost(Duration.ofMinutes(2)).until(() -> {
            assertThat(fetch(IMAP).path("failure").isObject())
                    .as("no check fails meanwhile")
                    .isFalse();
            return refreshes() > before;
        });
        deliver("Read with a refreshed token");
        fetch(IMAP);
        page("Read with a refreshed token");
    }

    @Test
    @Order(7)
    void aProviderThatIsDownIsWaitedFor() {
        deliver("Sent while the provider was down");
        keycloak.tap().cut();
        try {
            fetchUntil(IMAP, "IM-OAUTH-PROVIDER-UNREACHABLE");
            assertThat(state(IMAP).path("status").asText()).isEqualTo("FAILING");
            admin.browser().open(OAuthAdministrator.SERVERS);
            admin.browser().sees("IM-OAUTH-PROVIDER-UNREACHABLE");
            admin.browser().screenshot("oauth-provider-down");
        } finally {
            keycloak.tap().mend();
        }
        fetch(IMAP);
        page("Sent while the provider was down");
        assertThat(state(IMAP).path("status").asText()).isEqualTo("WORKING");
    }

    @Test
    @Order(8)
    void aRevokedConsentStopsTheMailboxUntilSomebodyAuthorizesAgain() throws Exception {
        keycloak.admin().revokeConsent("alice", Client.WIKI.id());
        deliver("Sent while nobody had authorized");
        fetchUntil(IMAP, "IM-OAUTH-GRANT-INVALID");
        Inbox inbox = new Inbox(instance.home(), "admin");
        await("the notice").atMost(Duration.ofSeconds(90)).until(() -> inbox.mails().stream()
                .anyMatch(mail -> mail.subject().equals("Incoming mail has stopped: " + IMAP)));
        admin.browser().openAsAdministrator("/admin/systeminfo.action", "admin");
        admin.browser().sees("Incoming mail has stopped: " + IMAP);
        admin.browser().screenshot("oauth-banner");
        admin.browser().open(OAuthAdministrator.SERVERS);
        admin.browser().sees("authorization needed");
        admin.keep();
        admin.browser().screenshot("oauth-revoked");

        admin.row(IMAP)
                .findElement(By.xpath(".//button[normalize-space()='Authorize']"))
                .click();
        admin.signIn("alice");
        admin.browser().sees("Authorized, not yet saved");
        admin.submit();
        admin.browser().sees("never checked");
        fetch(IMAP);
        page("Sent while nobody had authorized");
        await("the good news").atMost(Duration.ofSeconds(90)).until(() -> inbox.mails().stream()
                .anyMatch(mail -> mail.subject().equals("Incoming mail works again: " + IMAP)));
        assertThat(inbox.bodies()).anySatisfy(body -> assertThat(body)
                .contains("IM-OAUTH-GRANT-INVALID", ALICE, instance.baseUrl() + OAuthAdministrator.SERVERS));
        assertThat(inbox.mails().stream().filter(mail -> mail.subject().endsWith(": " + IMAP)))
                .as("one when it stops, one when it works")
                .hasSize(2);
    }

    @Test
    @Order(9)
    void whatCameBackOnceComesBackNeverAgain() {
        String state = lastMatch("[?&]state=([^&\\s\"]+)[^\\s\"]*code=");
        String code = lastMatch("[?&]code=([^&\\s\"]+)");
        String path = "/oauth2/callback.action?state=" + state + "&code=" + code + "&iss=" + keycloak.issuer();
        admin.browser().open(path);
        assertThat(admin.browser().text()).doesNotContain("Authorized, not yet saved");
        admin.browser().screenshot("oauth-replayed");
        try (OAuthAdministrator other = new OAuthAdministrator(new Browser(instance.baseUrl(), "en"))) {
            admin.fillForm(Protocol.IMAPS, dovecot, "Begun here", ALICE, "Company mail");
            admin.authorize();
            admin.browser().find(By.id("username"));
            String begun = parameter(String.valueOf(admin.browser().driver().getCurrentUrl()), "state");
            other.browser().open("/oauth2/callback.action?state=" + begun + "&code=stolen&iss=" + keycloak.issuer());
            assertThat(other.browser().text()).doesNotContain("Authorized, not yet saved", "Begun here");
            other.browser().screenshot("oauth-other-session");
            admin.signIn("alice");
            admin.browser().sees("Authorized, not yet saved");
        }
        JsonNode again = accounts.post(
                "token",
                Client.WIKI,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        instance.baseUrl() + "/oauth2/callback.action"));
        assertThat(again.path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    @Order(10)
    void aRotatedSecretNeedsNoNewConsent() {
        String secret = keycloak.admin().rotateSecret(Client.WIKI.id());
        deliver("Sent while the secret was wrong");
        fetchUntil(IMAP, "IM-OAUTH-CLIENT-UNAUTHORIZED");
        admin.browser().openAsAdministrator("/admin/applinks/listapplicationlinks.action", "admin");
        admin.browser().link("Company mail").click();
        admin.browser().find(By.id("rotate-secret")).click();
        admin.browser().find(By.id("clientSecret")).sendKeys(secret);
        admin.browser().button("Rotate").click();
        admin.browser().find(By.id("link-facts"));
        admin.keep();

        fetch(IMAP);
        page("Sent while the secret was wrong");
        rotated.add(secret);
    }

    @Test
    @Order(11)
    void anAppReadsAMailboxWithNobodyThere() {
        try (DovecotServer apps = MailAccounts.outlookForApps(keycloak)) {
            admin.createLink("By itself", Registration.at(keycloak, Client.WIKI_UNATTENDED, MailAccounts.OUTLOOK_APP));
            admin.fillForm(Protocol.IMAPS, apps, "App only", "shared@mail.test", "By itself");
            admin.browser()
                    .find(By.cssSelector(".im-client:not([hidden]) .im-app-only"))
                    .sendKeys(Keys.SPACE);
            admin.testConnection();
            admin.browser().sees("XOAUTH2");
            admin.browser().screenshot("oauth-app-only");
            admin.submit();
            admin.browser().sees("never checked");
            apps.deliver("shared@mail.test", mail("Read by an app"));
            fetch("App only");
            page("Read by an app");
        }
    }

    @Test
    @Order(12)
    void nothingSecretIsLeftAnywhere() {
        LeftBehind left = new LeftBehind(
                instance,
                admin.pages(),
                List.of(
                        rest.get("/rest/incoming-mail/1.0/servers").body(),
                        rest.get("/rest/incoming-mail/1.0/notices").body(),
                        rest.get("/rest/incoming-mail/1.0/messages").body(),
                        rest.get("/rest/applinks/1.0/outgoing").body()));
        assertThat(left.places(Client.WIKI.id() + "-asking"))
                .as("what is no secret is found")
                .isNotEmpty();
        List<String> secrets = secrets();
        assertThat(secrets).as("tokens, codes, verifiers and client secrets").hasSizeGreaterThan(20);
        for (String secret : secrets) {
            assertThat(left.places(secret))
                    .as("a secret of %d characters", secret.length())
                    .isEmpty();
        }
    }

    /** Everything that only provider and wiki may know, as it passed between them. */
    private List<String> secrets() {
        return TapSecrets.in(keycloak.tap(), rotated);
    }

    private long refreshes() {
        return keycloak.tap().asked().stream()
                .mapToLong(asked -> asked.split("grant_type=refresh_token", -1).length - 1L)
                .sum();
    }

    private String lastMatch(String pattern) {
        return TapSecrets.last(keycloak.tap(), pattern);
    }

    private static String parameter(String url, String name) {
        return Arrays.stream(url.split("[?&]"))
                .filter(part -> part.startsWith(name + "="))
                .findFirst()
                .orElseThrow(() -> new AssertionError(url))
                .substring(name.length() + 1);
    }

    private String value(String label) {
        return admin.value(label);
    }

    private void deliver(String subject) {
        dovecot.deliver(ALICE, mail(subject));
    }

    private static byte[] mail(String subject) {
        return ("From: alice@wiki.test\r\nTo: " + ALICE + "\r\nSubject: " + subject + "\r\nMessage-ID: <"
                        + subject.replace(' ', '-') + "@mail.test>\r\n\r\nIt works.\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void page(String title) {
        await("the page " + title)
                .atMost(Duration.ofSeconds(40))
                .until(() -> new Wiki(rest).page("DEMO", title).isPresent());
    }

    private JsonNode server(String name) {
        for (JsonNode server :
                rest.get("/rest/incoming-mail/1.0/servers").expect(200).json().path("servers")) {
            if (server.path("name").asText().equals(name)) {
                return server;
            }
        }
        throw new AssertionError("no mail server " + name);
    }

    private JsonNode state(String name) {
        return server(name).path("state");
    }

    /** Access tokens stay good for a while after whatever happens to their consent or client. */
    private void fetchUntil(String name, String code) {
        await(code)
                .atMost(Duration.ofMinutes(1))
                .until(() -> fetch(name).path("failure").path("code").asText(), code::equals);
    }

    private JsonNode fetch(String name) {
        String path =
                "/rest/incoming-mail/1.0/servers/" + server(name).path("id").asLong() + "/fetch";
        return await("the check")
                .atMost(Duration.ofMinutes(1))
                .until(() -> rest.post(path, "{}").expect(200).json(), report -> !"BUSY"
                        .equals(report.path("status").asText()));
    }
}
