package org.incomingmail.engine.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A message of 100 MB passes through a JVM with a heap of 64 MB. */
class LargeMessageTest {
    private static final int SIZE = 100 * 1024 * 1024;
    private static DovecotServer dovecot;

    @TempDir
    Path directory;

    @BeforeAll
    static void deliver() {
        dovecot = DovecotServer.start();
        byte[] mail = new byte[SIZE];
        Arrays.fill(mail, (byte) 'x');
        byte[] head = DovecotServer.mail("load@mail.test", "Large").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, mail, 0, head.length);
        for (int i = head.length + 76; i < SIZE; i += 78) {
            mail[i - 1] = '\r';
            mail[i] = '\n';
        }
        dovecot.deliver("load@mail.test", mail);
    }

    @AfterAll
    static void stop() {
        dovecot.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAPS", "POP3S"})
    void comesWholeInAHeapSmallerThanItself(Protocol protocol) throws Exception {
        Path authority = Files.writeString(directory.resolve("ca.pem"), dovecot.caCertificate());
        Path output = directory.resolve("output");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        classPath,
                        FetchSpeed.class.getName(),
                        protocol.name(),
                        Integer.toString(dovecot.port(protocol)),
                        authority.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(output);
        assertThat(said).contains("1 messages ").doesNotContain("OutOfMemoryError");
        long bytes = Long.parseLong(said.replaceAll("(?s).*1 messages (\\d+) bytes.*", "$1"));
        assertThat(bytes).isGreaterThanOrEqualTo(SIZE);
    }
}
