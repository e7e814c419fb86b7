package org.incomingmail.confluence.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text of the screens is there, in English and in Japanese. */
class TextsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern IN_TEMPLATE = Pattern.compile("getText\\('([^']+)'");
    private static final Pattern IN_SCRIPT = Pattern.compile("mail\\.text\\('([a-zA-Z0-9.-]*[a-zA-Z0-9])'");
    private static final Pattern IN_SCREEN = Pattern.compile("(?:screens\\.)?text\\(\\s*\"([a-z.-]*[a-z])\"");

    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        assertThat(texts("_ja").stringPropertyNames()).isEqualTo(texts("").stringPropertyNames());
    }

    @Test
    void noTextHasAnApostropheThatMessageFormatWouldSwallow() throws IOException {
        for (String language : List.of("", "_ja")) {
            texts(language).forEach((key, text) -> assertThat((String) text)
                    .as("%s%s", key, language)
                    .isNotBlank()
                    .doesNotContain("'"));
        }
    }

    @Test
    void everyTextOfATemplateExists() throws IOException {
        assertThat(texts("").stringPropertyNames()).containsAll(found("templates", IN_TEMPLATE, ""));
    }

    @Test
    void everyTextOfAScriptIsPutIntoThePageAndExists() throws IOException {
        Set<String> given = new TreeSet<>(ScriptTexts.keys().toList());
        assertThat(given).containsAll(found("screens", IN_SCRIPT, ""));
        assertThat(texts("").stringPropertyNames())
                .containsAll(given.stream().map("incoming-mail."::concat).toList());
    }

    @Test
    void everyTextOfAServletExists() throws IOException {
        assertThat(texts("").stringPropertyNames())
                .containsAll(found("../java/org/incomingmail/confluence/admin", IN_SCREEN, "incoming-mail."));
    }

    @Test
    void theTextsOfEveryRoomOfTheEngineAreGivenToTheHost() throws IOException {
        String descriptor = Files.readString(Path.of("../../atlassian-plugin.xml"));
        try (Stream<Path> bundles = Files.list(Path.of("../engine/src/main/resources/org/incomingmail/engine/codes"))) {
            assertThat(bundles.map(file -> file.getFileName().toString().replaceAll("(_ja)?\\.properties$", ""))
                            .distinct())
                    .isNotEmpty()
                    .allSatisfy(
                            room -> assertThat(descriptor).contains("\"org.incomingmail.engine.codes." + room + "\""));
        }
    }

    private static Set<String> found(String folder, Pattern pattern, String prefix) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(match -> keys.add(prefix + match.group(1)));
            }
        }
        assertThat(keys).isNotEmpty();
        return keys;
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve("i18n/incoming-mail" + language + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }
}
