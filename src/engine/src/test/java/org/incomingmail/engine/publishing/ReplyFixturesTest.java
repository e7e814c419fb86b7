package org.incomingmail.engine.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replies of many clients in many languages: the reader sees what the author wrote. */
class ReplyFixturesTest {
    private static final String EXPAND = "<ac:structured-macro ac:name=\"expand\">";

    static List<Path> replies() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(ReplyFixturesTest.class.getResource("/mails/replies"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("replies")
    void onlyTheAuthorsTextIsVisible(Path mail) throws IOException {
        String expected = Files.readString(Path.of(mail.toString().replace(".eml", ".txt")));
        String storage = Publications.storageFormat(Publications.reply(Publications.read(Files.readAllBytes(mail))));
        Publications.xml(storage);
        int cut = storage.indexOf(EXPAND);
        String visible = cut < 0 ? storage : storage.substring(0, cut);
        assertThat(Publications.seen(visible)).as(storage).isEqualTo(expected.strip());
    }
}
