package org.incomingmail.confluence.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.incomingmail.engine.server.Field;
import org.incomingmail.engine.server.MailServerInput;
import org.incomingmail.engine.server.MailboxKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecureProtocolTest {

    @ParameterizedTest
    @CsvSource({
        "IMAP, IMAP, 143, IMAPS, 993",
        "POP, POP3, 110, POP3S, 995",
        "IMAP, IMAP, 10143, IMAPS, 10143",
        "IMAP, IMAPS, 10993, IMAPS, 10993",
        "IMAP, nonsense, 143, IMAPS, 993",
    })
    void oauthSwitchesToTheSecureProtocolAndItsPort(
            MailboxKind kind, String protocol, String port, String secure, String securePort) {
        MailServerInput switched =
                SecureProtocol.in(new MailServerInput(Map.of(Field.PROTOCOL, protocol, Field.PORT, port)), kind);

        assertThat(switched.value(Field.PROTOCOL)).contains(secure);
        assertThat(switched.value(Field.PORT)).contains(securePort);
    }

    @Test
    void oneSelectStandsForTypeAndClient() {
        MailServerInput input = Choice.read(new MailServerInput(Map.of()), Optional.of(Choice.of("a:b")));

        assertThat(input.value(Field.AUTHENTICATION)).contains("OAUTH2");
        assertThat(input.value(Field.CLIENT)).contains("a:b");
        assertThat(Choice.in(FormValues.typed(input))).isEqualTo("client:a:b");
        assertThat(Choice.in(FormValues.typed(Choice.read(input, Optional.of("BASIC")))))
                .isEqualTo("BASIC");
    }
}
