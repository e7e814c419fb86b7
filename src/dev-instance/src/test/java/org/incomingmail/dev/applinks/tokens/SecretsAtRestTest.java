package org.incomingmail.dev.applinks.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.incomingmail.dev.applinks.World;
import org.incomingmail.dev.applinks.secrets.SecretBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretsAtRestTest {
    @Test
    void noFileOfTheDatabaseHoldsASecretInPlainText(@TempDir Path home) throws Exception {
        try (World world = new World(home)) {
            String id = world.consented(world.link());
            world.clock.pass(Duration.ofHours(1));
            world.node().getRefreshedToken(id);
        }
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).as("the database is on the disk").hasSizeGreaterThan(2);
            assertThat(all.stream().map(SecretsAtRestTest::content))
                    .as("the link itself can be found, its secrets cannot")
                    .anyMatch(text -> text.contains("the-client"))
                    .noneMatch(text -> text.contains("the-client-secret-of-the-test"))
                    .noneMatch(text -> text.contains("access-token-"))
                    .noneMatch(text -> text.contains("refresh-token-"));
        }
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theKeyIsItsOwnersAloneAndAnotherOneOpensNothing(@TempDir Path home) throws Exception {
        SecretBox box = new SecretBox(home.resolve("one/key"), new SecureRandom());
        String sealed = box.seal("secret");
        assertThat(box.seal("secret")).as("never twice the same").isNotEqualTo(sealed);
        assertThat(new SecretBox(home.resolve("one/key"), new SecureRandom()).open(sealed))
                .isEqualTo("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("one/key"))))
                .isEqualTo("rw-------");

        SecretBox other = new SecretBox(home.resolve("other/key"), new SecureRandom());
        assertThatThrownBy(() -> other.open(sealed)).hasMessageContaining("key file");
        Files.write(home.resolve("half"), new byte[7]);
        assertThatThrownBy(() -> new SecretBox(home.resolve("half"), new SecureRandom()))
                .hasMessageContaining("restore it");
    }
}
