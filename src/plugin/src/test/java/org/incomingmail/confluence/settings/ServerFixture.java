package org.incomingmail.confluence.settings;

import java.time.Duration;
import java.util.List;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Endpoint;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.Protocol;
import org.incomingmail.engine.server.Publishing;
import org.incomingmail.engine.server.Reading;
import org.incomingmail.engine.server.ServerState;
import org.incomingmail.engine.server.ServerState.Status;
import org.incomingmail.engine.server.StartTls;
import org.jspecify.annotations.Nullable;

/** Mail servers for tests. */
public final class ServerFixture {
    private ServerFixture() {}

    public static MailServer server(long id, Authentication authentication) {
        Duration minute = Duration.ofMinutes(1);
        return new MailServer(
                new MailServerId(id),
                "Wiki mail " + id,
                "wiki@mail.test",
                new Endpoint(Protocol.IMAPS, "imap.mail.test", 993, StartTls.REQUIRE, null, minute, minute),
                authentication,
                "wiki@mail.test",
                true,
                new Reading("INBOX", AfterProcessing.MARK_READ, null, minute, null),
                new Publishing(null, null, false));
    }

    public static ServerState state(Status status, @Nullable String code) {
        return new ServerState(status, null, null, null, code, null, List.of("Google", ""), 1);
    }
}
