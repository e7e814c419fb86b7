package org.incomingmail.benchmarks.fetching;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Set;
import org.incomingmail.engine.connection.AngusMailboxes;
import org.incomingmail.engine.connection.Credentials;
import org.incomingmail.engine.explain.command.AssumedSetting;
import org.incomingmail.engine.mailbox.Mailbox;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MessageReader;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Endpoint;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.Protocol;
import org.incomingmail.engine.server.Publishing;
import org.incomingmail.engine.server.StartTls;
import org.jspecify.annotations.Nullable;

/** Ours, in a process of its own: protocol, port, user, password, CA, what is done with a message,
 * and whether once or warmed up. */
public final class OurFetching {
    private OurFetching() {}

    public static void main(String[] arguments) throws Exception {
        Protocol protocol = Protocol.valueOf(arguments[0]);
        MailServer server =
                server(protocol, Integer.parseInt(arguments[1]), arguments[2], Files.readString(Path.of(arguments[4])));
        String depth = arguments[5];
        Credentials password = new Credentials.Password(arguments[3]);
        try (AngusMailboxes mailboxes = new AngusMailboxes()) {
            Told.of(arguments[6].equals("warm"), () -> {
                try (Mailbox mailbox = mailboxes.open(server, any -> password)) {
                    return fetched(mailbox, depth);
                }
            });
        }
    }

    private static int fetched(Mailbox mailbox, String depth) throws Exception {
        Reading reading = new Reading(depth.equals("decide"));
        int[] count = {0};
        mailbox.fetch(mailbox.list(new Known(Set.of())), (message, raw) -> {
            if (depth.equals("fetch")) {
                raw.transferTo(OutputStream.nullOutputStream());
            } else {
                reading.read(message.size(), raw);
            }
            count[0]++;
            return true;
        });
        return count[0];
    }

    /** What is wanted of a message once it is here. */
    private static final class Reading {
        private static final long IN_MEMORY = 256 * 1024;
        private final MessageReader reader = new MessageReader();
        private final AssumedSetting setting;
        private final boolean decided;

        Reading(boolean decided) throws IOException {
            this.setting = AssumedSetting.standard();
            this.decided = decided;
        }

        void read(long size, InputStream raw) throws IOException {
            if (size >= 0 && size < IN_MEMORY) {
                byte[] bytes = raw.readAllBytes();
                assess(reader.read(() -> new ByteArrayInputStream(bytes)));
                return;
            }
            Path file = Files.createTempFile("message", ".eml");
            try {
                Files.copy(raw, file, StandardCopyOption.REPLACE_EXISTING);
                assess(reader.read(() -> Files.newInputStream(file)));
            } finally {
                Files.delete(file);
            }
        }

        private void assess(IncomingMessage read) throws IOException {
            if (decided) {
                setting.assessor(read).assess(setting.server(read), read);
            }
        }
    }

    static MailServer server(Protocol protocol, int port, String user, @Nullable String ca) {
        Duration wait = Duration.ofSeconds(30);
        return new MailServer(
                MailServerId.UNSAVED,
                "Benchmark",
                user,
                new Endpoint(protocol, "localhost", port, StartTls.NEVER, ca, wait, wait),
                new Authentication.Basic(),
                user,
                true,
                new org.incomingmail.engine.server.Reading(
                        "INBOX", AfterProcessing.LEAVE, null, Duration.ofMinutes(1), null),
                new Publishing("DEMO", null, false));
    }
}
