package org.incomingmail.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incomingmail.engine.server.InputFixture.errors;
import static org.incomingmail.engine.server.InputFixture.imaps;
import static org.incomingmail.engine.server.InputFixture.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostnameTest {

    @ParameterizedTest
    @CsvSource({
        "imap.example.com, imap.example.com",
        "localhost, localhost",
        "127.0.0.1, 127.0.0.1",
        "::1, ::1",
        "[2001:db8::1], 2001:db8::1",
        "例え.jp, xn--r8jz45g.jp",
        "imap.example.com., imap.example.com",
    })
    void namesAndAddressesAreTaken(String entered, String read) {
        assertThat(Hostname.read(entered)).contains(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"256.1.1.1", "1.2.3", "imap_server", "-a.example", "a..b", "", "im ap", ":::1", "a:b:c"})
    void anythingElseIsRefused(String entered) {
        assertThat(Hostname.read(entered)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://imap.example.com, IM-INPUT-HOST-IS-URL",
        "imap.example.com/inbox, IM-INPUT-HOST-IS-URL",
        "imap.example.com:993, IM-INPUT-HOST-HAS-PORT",
        "[::1]:993, IM-INPUT-HOST-HAS-PORT",
        "imap example, IM-INPUT-HOST",
    })
    void theErrorSaysWhatToChange(String entered, String code) {
        assertThat(errors(validation().added(imaps().with(Field.HOSTNAME, entered))))
                .containsExactly("hostname " + code);
    }

    @Test
    void presetsAreValidHostsOfTheirKind() {
        for (MailboxKind kind : MailboxKind.values()) {
            assertThat(Preset.of(kind)).allSatisfy(preset -> assertThat(
                            Hostname.read(preset.host(kind).orElseThrow()))
                    .isPresent());
        }
        assertThat(Preset.of(MailboxKind.POP)).doesNotContain(Preset.ICLOUD);
        assertThat(Preset.refusesPasswords("IMAP.gmail.com")).isTrue();
        assertThat(Preset.refusesPasswords("imap.fastmail.com")).isFalse();
    }
}
