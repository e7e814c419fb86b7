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
                        "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3} WARN \\[main] \\[Test] \\w+ Subject: hello .*")
                .contains("件名");
    }
}
