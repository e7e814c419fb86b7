package org.incomingmail.engine.mailserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DovecotServerTest {

    @Test
    void deliveredMailLiesInTheInboxAndSavedMailInItsFolder() {
        try (DovecotServer server = DovecotServer.start()) {
            server.deliver("alice@mail.test", "First");
            server.deliver("alice@mail.test", "Second");
            server.save("alice@mail.test", "受信/2026", DovecotServer.mail("alice@mail.test", "Third"));

            assertThat(server.subjects("alice@mail.test", "INBOX")).containsExactly("First", "Second");
            assertThat(server.folders("alice@mail.test")).contains("INBOX", "受信/2026");
            assertThat(server.subjects("alice@mail.test", "受信/2026")).containsExactly("Third");
            assertThat(server.flags("alice@mail.test", "INBOX")).noneMatch(flags -> flags.contains("\\Seen"));
        }
    }
}
