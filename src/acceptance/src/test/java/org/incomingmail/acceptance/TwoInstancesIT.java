package org.incomingmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances run side by side, one on PostgreSQL and one on HSQLDB, and keep their data over a restart. */
class TwoInstancesIT {
    private static final String MAILBOX = "alice@mail.test";
    private static final String PASSWORD = DovecotServer.PASSWORDS.getOrDefault(MAILBOX, "");

    @Test
    void eachPublishesIntoItsOwnDatabaseAndKeepsItOverARestart(@TempDir Path one, @TempDir Path other)
            throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                DovecotServer dovecot = DovecotServer.start()) {
            String[] onPostgres = {"--jdbc-url", postgres.getJdbcUrl("postgres", "postgres"), "--context-path", "/wiki"
            };
            dovecot.deliver(
                    MAILBOX,
                    "From: alice@wiki.test\r\nSubject: Kept\r\nMessage-ID: <kept@mail.test>\r\n\r\nText\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            try (DevInstanceProcess first = DevInstanceProcess.start(one, onPostgres);
                    DevInstanceProcess second = DevInstanceProcess.start(other)) {
                assertThat(first.baseUrl().getPath()).isEqualTo("/wiki");
                publish(dovecot, first);
                publish(dovecot, second);
            }

            try (DevInstanceProcess again = DevInstanceProcess.start(one, onPostgres)) {
                Rest admin = new Rest(again.baseUrl(), "admin", "admin");
                assertThat(new Wiki(admin).page("DEMO", "Kept")).isPresent();
                assertThat(new MailServers(admin)
                                .fetch(1)
                                .at("/outcomes/PAGE_CREATED")
                                .asInt())
                        .as("what was published is not published again")
                        .isZero();
                assertThat(again.log()).doesNotContain(PASSWORD);
            }
        }
    }

    private static void publish(DovecotServer dovecot, DevInstanceProcess instance) {
        Rest admin = new Rest(instance.baseUrl(), "admin", "admin");
        MailServers servers = new MailServers(admin);
        long id = servers.create(MailServers.settings(dovecot, Protocol.IMAPS, MAILBOX));
        assertThat(new Wiki(admin).page("DEMO", "Kept"))
                .as("log:\n%s", instance.log())
                .isPresent();
        assertThat(servers.read(id).toString()).doesNotContain(PASSWORD);
    }
}
