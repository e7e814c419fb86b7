package org.incomingmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail that becomes a page when it arrives, not when the mailbox is next looked into. */
class PushIT {
    private static final String MAILBOX = "bob@mail.test";

    @Test
    void aMailIsAPageLongBeforeTheNextCheckAndDisablingEndsIt(@TempDir Path home) {
        try (DovecotServer dovecot = DovecotServer.start();
                DevInstanceProcess instance = DevInstanceProcess.startListening(home)) {
            Rest rest = new Rest(instance.baseUrl(), "admin", "admin");
            MailServers servers = new MailServers(rest);
            ObjectNode settings = MailServers.settings(dovecot, Protocol.IMAPS, MAILBOX);
            settings.put("pollSeconds", 3_600);
            long server = servers.create(settings);
            servers.fetch(server);
            await("the mail server is listened to")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> pushed(rest, server));
            Wiki wiki = new Wiki(rest);
            for (String subject : new String[] {"Pushed once", "Pushed twice"}) {
                dovecot.deliver(MAILBOX, mail(subject));
                await(subject).atMost(Duration.ofSeconds(20)).until(() -> wiki.page("DEMO", subject)
                        .isPresent());
                assertThat(wiki.pagesTitled("DEMO", subject)).isEqualTo(1);
            }
            try (Browser browser = new Browser(instance.baseUrl(), "en")) {
                browser.logIn("admin", "admin");
                browser.openAsAdministrator("/plugins/servlet/incoming-mail/servers", "admin");
                browser.sees("New mail is pushed");
                browser.screenshot("servers-pushed");
            }
            rest.put("/rest/incoming-mail/1.0/servers/" + server + "/enabled", "{\"enabled\": false}")
                    .expect(200);
            await("nobody listens").atMost(Duration.ofSeconds(20)).until(() -> !pushed(rest, server));
            assertThat(instance.log()).doesNotContain("ERROR");
        }
    }

    private static boolean pushed(Rest rest, long server) {
        return rest.get("/rest/incoming-mail/1.0/servers/" + server)
                .expect(200)
                .json()
                .path("state")
                .path("pushed")
                .asBoolean();
    }

    private static byte[] mail(String subject) {
        return DovecotServer.mail(MAILBOX, subject)
                .replace("sender@example.test", "alice@wiki.test")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
