package org.incomingmail.engine.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"connection", "connection_ja"})
    void everyCodeHasCauseAndRemedyAndNoTextIsLeftOver(String bundle) throws IOException {
        Properties texts = load(bundle);

        assertThat(texts.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ConnectionCode.values())
                        .flatMap(code -> Stream.of("cause", "remedy").map(part -> key(code, part)))
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"connection", "connection_ja"})
    void everyTextFormatsWithTheArgumentsOfAFailure(String bundle) throws IOException {
        Properties texts = load(bundle);
        for (String key : texts.stringPropertyNames()) {
            String text = new MessageFormat(texts.getProperty(key), Locale.ENGLISH)
                    .format(new Object[] {"mail.example", "1993", "alice", "Inbox"});
            assertThat(text).as(key).isNotBlank().doesNotContain("{", "}", "''");
            String apostrophes = texts.getProperty(key).replace("''", "");
            assertThat(apostrophes)
                    .as("an apostrophe must be doubled in %s", key)
                    .doesNotContain("'");
        }
    }

    private static String key(ConnectionCode code, String part) {
        return "incoming-mail.code." + code.id() + "." + part;
    }

    private static Properties load(String bundle) throws IOException {
        Properties texts = new Properties();
        String name = "/org/incomingmail/engine/codes/" + bundle + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ConnectionTextsTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
