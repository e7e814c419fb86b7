package org.incomingmail.acceptance.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.incomingmail.acceptance.Browser;
import org.incomingmail.acceptance.DevInstanceProcess;
import org.incomingmail.acceptance.Rest;
import org.incomingmail.acceptance.Wiki;
import org.incomingmail.acceptance.oauth.MailAccounts.Client;
import org.incomingmail.acceptance.oauth.OAuthAdministrator.Registration;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Figures about OAuth 2.0 with Keycloak, printed and not judged. Not part of the test run: {@code ./atl-test -Dtest=none
 * -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=OAuthMeasurements}
 */
@ExtendWith(WithKeycloak.class)
class OAuthMeasurements {
    private static final String ALICE = "alice@mail.test";
    private static final int POLLS = 1_000;

    @Test
    void fromAuthorizeToTheFirstPageAndAThousandPolls(KeycloakServer keycloak, @TempDir Path home) {
        keycloak.ready();
        try (DevInstanceProcess instance = DevInstanceProcess.start(home);
                DovecotServer dovecot = MailAccounts.google(keycloak);
                OAuthAdministrator admin = new OAuthAdministrator(new Browser(instance.baseUrl(), "en"))) {
            Rest rest = new Rest(instance.baseUrl(), "admin", "admin");
            Wiki wiki = new Wiki(rest);
            dovecot.deliver(ALICE, mail("Measured"));
            admin.createLink(
                    "Company mail", Registration.at(keycloak, Client.WIKI, MailAccounts.GOOGLE + " offline_access"));
            admin.fillForm(Protocol.IMAPS, dovecot, "Measured mail", ALICE, "Company mail");
            long pressed = System.nanoTime();
            admin.authorizeAs("alice");
            admin.browser().sees("Authorized, not yet saved");
            long back = System.nanoTime();
            admin.submit();
            admin.browser().sees("never checked");
            admin.fetchNow("Measured mail");
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> wiki.page("DEMO", "Measured").isPresent());
            say("Authorize to back in the form", pressed, back);
            say("Authorize to first page, an administrator who clicks at once", pressed, System.nanoTime());

            JsonNode servers = rest.get("/rest/incoming-mail/1.0/servers")
                    .expect(200)
                    .json()
                    .path("servers");
            String fetch = "/rest/incoming-mail/1.0/servers/"
                    + servers.get(0).path("id").asLong() + "/fetch";
            long before = refreshes(keycloak);
            long begun = System.nanoTime();
            int failed = 0;
            for (int i = 0; i < POLLS; i++) {
                failed += rest.post(fetch, "{}")
                                .expect(200)
                                .json()
                                .path("failure")
                                .isObject()
                        ? 1
                        : 0;
            }
            say(POLLS + " polls with tokens that live for 20 s", begun, System.nanoTime());
            System.out.printf("refreshes: %d, failed polls: %d%n", refreshes(keycloak) - before, failed);
            assertThat(failed).isZero();
        }
    }

    private static void say(String what, long from, long to) {
        System.out.printf("%s: %.1f s%n", what, (to - from) / 1e9);
    }

    private static long refreshes(KeycloakServer keycloak) {
        return keycloak.tap().asked().stream()
                .mapToLong(asked -> asked.split("grant_type=refresh_token", -1).length - 1L)
                .sum();
    }

    private static byte[] mail(String subject) {
        return ("From: alice@wiki.test\r\nTo: " + ALICE + "\r\nSubject: " + subject + "\r\n\r\nIt works.\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
