package org.incomingmail.dev.services.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class HostLogTest {
    @AfterEach
    void restore() throws Exception {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new ContextInitializer(context).autoConfig();
    }

    @Test
    void aMessageCannotForgeALineOfItsOwn(@TempDir Path home) throws IOException {
        HostLog.open(home);
        LoggerFactory.getLogger("org.incomingmail.Test")
                .warn("Subject: hello\r\n2026-11-24 10:00:00,000 ERROR [main] [x] forged\n件名");
        HostLog.close();

        List<String> lines = Files.readAllLines(home.resolve("logs/atlassian-confluence.log"));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0))
                .matches(
                        "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3} WARN \\[main] \\[org\\.incomingmail\\.Test] \\w+ Subject: hello .*")
                .contains("件名");
    }

    @Test
    void norCanAnExceptionAndItsTraceStays(@TempDir Path home) throws IOException {
        HostLog.open(home);
        LoggerFactory.getLogger("com.example.one.two.three.Reader")
                .error(
                        "failed",
                        new IllegalStateException(
                                "BAD\r\n2026-11-24 10:00:00,000 ERROR forged", new IOException("why\nso")));
        HostLog.close();

        List<String> lines = Files.readAllLines(home.resolve("logs/atlassian-confluence.log"));

        assertThat(lines.get(0))
                .contains("ERROR [main] [one.two.three.Reader] ")
                .endsWith(" failed");
        assertThat(lines.get(1))
                .isEqualTo("java.lang.IllegalStateException: BAD | 2026-11-24 10:00:00,000 ERROR forged");
        assertThat(lines.subList(2, lines.size()))
                .allMatch(line -> line.startsWith("\t") || line.equals("Caused by: java.io.IOException: why | so"))
                .as("the trace is written once")
                .filteredOn(line -> line.contains("norCanAnException"))
                .hasSize(1);
    }

    @Test
    void aLineUnderTheMessageNamesTheRequest(@TempDir Path home) throws IOException {
        HostLog.open(home);
        MDC.put("url", "/confluence/admin\nforged");
        MDC.put("userName", "admin");
        try {
            LoggerFactory.getLogger("com.example.Reader").warn("look");
        } finally {
            MDC.clear();
        }
        HostLog.close();

        assertThat(Files.readAllLines(home.resolve("logs/atlassian-confluence.log")))
                .hasSize(2)
                .element(1)
                .isEqualTo(" -- url: /confluence/admin?forged | userName: admin");
    }
}
