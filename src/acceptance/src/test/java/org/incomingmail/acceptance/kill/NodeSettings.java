package org.incomingmail.acceptance.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.mailserver.MailServerFixture;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.Protocol;
import org.incomingmail.engine.server.Publishing;

/**
 * What a node is told on its command line.
 *
 * @param home HSQLDB and raw mail; nodes of a cluster share it
 * @param jdbcUrl PostgreSQL, or empty
 * @param ca file with the mail server's authority
 */
record NodeSettings(
        Path home, Optional<String> jdbcUrl, Protocol protocol, int port, Path ca, AfterProcessing policy, int deadly) {
    static final String DONE_FOLDER = "Done";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    List<String> arguments() {
        return List.of(
                home.toString(),
                jdbcUrl.orElse("-"),
                protocol.name(),
                Integer.toString(port),
                ca.toString(),
                policy.name(),
                Integer.toString(deadly));
    }

    static NodeSettings read(String[] arguments) {
        return new NodeSettings(
                Path.of(arguments[0]),
                Optional.of(arguments[1]).filter(url -> !url.equals("-")),
                Protocol.valueOf(arguments[2]),
                Integer.parseInt(arguments[3]),
                Path.of(arguments[4]),
                AfterProcessing.valueOf(arguments[5]),
                Integer.parseInt(arguments[6]));
    }

    NodeSettings dyingAt(int step) {
        return new NodeSettings(home, jdbcUrl, protocol, port, ca, policy, step);
    }

    MailServer server() throws IOException {
        MailServer made = MailServerFixture.at(protocol, port)
                .host("localhost")
                .ca(Files.readString(ca))
                .user(Post.MAILBOX)
                .after(policy, policy == AfterProcessing.MOVE ? DONE_FOLDER : null)
                .timeout(PATIENCE)
                .build();
        return new MailServer(
                new MailServerId(1),
                "Killed",
                made.toAddress(),
                made.endpoint(),
                made.authentication(),
                made.username(),
                true,
                made.reading(),
                new Publishing(TableWiki.SPACE, null, false));
    }

    static String password() {
        return DovecotServer.PASSWORDS.getOrDefault(Post.MAILBOX, "");
    }
}
