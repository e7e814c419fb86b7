package org.incomingmail.engine.explain.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the bytes, there is an explanation that keeps to the schema, and every fixture has one. */
class AnyBytesTest {
    private static final List<Path> FIXTURES = fixtures();

    private static List<Path> fixtures() {
        URL folder = Objects.requireNonNull(AnyBytesTest.class.getResource("/mails"));
        try (Stream<Path> files = Files.walk(Path.of(folder.toURI()))) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Provide
    Arbitrary<byte[]> damagedMail() {
        return Arbitraries.randomValue(AnyBytesTest::damaged);
    }

    private static byte[] damaged(Random random) {
        try {
            byte[] mail = Files.readAllBytes(FIXTURES.get(random.nextInt(FIXTURES.size())));
            for (int i = random.nextInt(40); i >= 0; i--) {
                mail[random.nextInt(mail.length)] = (byte) random.nextInt(256);
            }
            return random.nextInt(5) == 0 ? java.util.Arrays.copyOf(mail, random.nextInt(mail.length)) : mail;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Property(tries = 300)
    void damagedMailIsExplained(@ForAll("damagedMail") byte[] mail) throws IOException {
        explained(mail);
    }

    @Property(tries = 200)
    void anyBytesAreExplained(@ForAll byte[] bytes) throws IOException {
        explained(bytes);
    }

    private static void explained(byte[] mail) throws IOException {
        Path file = Files.createTempFile("any", ".eml");
        try {
            Files.write(file, mail);
            CommandLine.Result result = CommandLine.run("", file.toString());
            assertThat(result.exit()).as(result.lines().toString()).isZero();
            assertThat(result.only().get("error").isNull()).isTrue();
        } finally {
            Files.delete(file);
        }
    }

    @net.jqwik.api.Example
    void everyFixtureKeepsToTheSchema() {
        CommandLine.Result result = CommandLine.run(
                String.join("\n", FIXTURES.stream().map(Path::toString).toList()));
        assertThat(result.exit()).isZero();
        assertThat(result.lines()).hasSameSizeAs(FIXTURES);
    }
}
