package org.incomingmail.confluence.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.incomingmail.engine.server.Field;
import org.incomingmail.engine.server.MailServerInput;
import org.junit.jupiter.api.Test;

class InputReaderTest {

    @Test
    void membersOfGroupsAreRead() {
        MailServerInput input = InputReader.read(Map.of(
                        "port",
                        993,
                        "onlyNewMail",
                        false,
                        "authentication",
                        Map.of("type", "BASIC"),
                        "tls",
                        Map.of("startTls", "NEVER")))
                .input();

        assertThat(input.value(Field.PORT)).contains("993");
        assertThat(input.value(Field.ONLY_NEW_MAIL)).contains("false");
        assertThat(input.value(Field.AUTHENTICATION)).contains("BASIC");
        assertThat(input.value(Field.START_TLS)).contains("NEVER");
    }

    @Test
    void anAnswerCanBeChangedAndSentBack() {
        assertThat(InputReader.read(Map.of("id", 7, "name", "IMAP", "state", Map.of("status", "WORKING")))
                        .unknown())
                .isEmpty();
    }

    @Test
    void aTypingErrorDoesNotBecomeADefault() {
        assertThat(InputReader.read(Map.of("afterProcesing", "DELETE")).unknown())
                .containsExactly("afterProcesing");
        assertThat(InputReader.read(Map.of("tls", Map.of("starttls", "NEVER"))).unknown())
                .containsExactly("tls.starttls");
        assertThat(InputReader.read(Map.of("port", List.of(993))).unknown()).containsExactly("port");
    }

    @Test
    void everyRefusalHasItsTexts() throws java.io.IOException {
        for (String language : List.of("", "_ja")) {
            java.util.Properties texts = new java.util.Properties();
            try (var reader = java.nio.file.Files.newBufferedReader(
                    java.nio.file.Path.of("src/main/resources/i18n/incoming-mail" + language + ".properties"))) {
                texts.load(reader);
            }
            for (RestCode code : RestCode.values()) {
                assertThat(texts.stringPropertyNames())
                        .contains(
                                "incoming-mail.code." + code.id() + ".cause",
                                "incoming-mail.code." + code.id() + ".remedy");
            }
        }
    }
}
