package org.incomingmail.dev.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @Test
    void withoutArgumentsItIsOneInstanceOnHsqldb() {
        CommandLine plain = CommandLine.parse(List.of());
        assertThat(plain.options().port()).isEqualTo(1990);
        assertThat(plain.options().contextPath()).isEqualTo("/confluence");
        assertThat(plain.options().home()).isAbsolute().endsWithRaw(Path.of("home"));
        assertThat(plain.options().jdbcUrl()).isEmpty();
        assertThat(plain.nodes()).isZero();
        assertThat(plain.node()).isEmpty();
        assertThat(plain.help()).isFalse();
    }

    @Test
    void optionsTakeTheirValueAfterASpaceOrAnEqualsSign() {
        CommandLine given = CommandLine.parse(List.of(
                "--port=0",
                "--context-path",
                "/wiki/",
                "--jdbc-url=jdbc:postgresql://db/wiki?user=wiki&password=secret",
                "--app",
                "one.jar",
                "--app=two.jar",
                "--cluster",
                "3"));
        assertThat(given.options().port()).isZero();
        assertThat(given.options().contextPath()).isEqualTo("/wiki");
        assertThat(given.options().jdbcUrl()).contains("jdbc:postgresql://db/wiki?user=wiki&password=secret");
        assertThat(given.apps()).containsExactly(Path.of("one.jar"), Path.of("two.jar"));
        assertThat(given.nodes()).isEqualTo(3);
        assertThat(CommandLine.parse(List.of("--node", "node2")).node()).isEqualTo("node2");
        assertThat(CommandLine.parse(List.of("--context-path", "")).options().contextPath())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "--cluster 0, --cluster must be a number from 1 to 9",
                "--cluster 10, --cluster must be a number from 1 to 9",
                "--cluster two, not two",
                "--cluster, --cluster needs a value",
                "--node third, --node must be",
                "--node node/../x, --node must be",
                "--cluster 2 --node node3, say one of them",
                "--port 65536, --port must be a number from 0 to 65535",
                "--port x, not x",
                "--context-path /a?b, --context-path must be",
                "--nodes 2, unknown option --nodes",
                "x, unknown option x"
            })
    void whatCanNotBeUsedIsNamed(String arguments, String said) {
        assertThatThrownBy(() -> CommandLine.parse(List.of(arguments.split(" "))))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(said);
    }

    @Test
    void theUsageNamesEveryOption() {
        assertThat(CommandLine.USAGE)
                .contains("--port", "--home", "--context-path", "--jdbc-url", "--cluster", "--node", "--app", "--help");
        assertThat(CommandLine.parse(List.of("-h")).help()).isTrue();
    }
}
