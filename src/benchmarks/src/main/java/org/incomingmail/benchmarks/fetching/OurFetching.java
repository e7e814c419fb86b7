package org.incomingmail.benchmarks.fetching;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.incomingmail.engine.connection.AngusMailboxes;
import org.incomingmail.engine.connection.Credentials;
import org.incomingmail.engine.explain.command.AssumedSetting;
import org.incomingmail.engine.mailbox.Mailbox;
import org.incomingmail.engine.mailbox.SeenMessages;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MessageReader;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Endpoint;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.Protocol;
import org.incomingmail.engine.server.Publishing;
import org.incomingmail.engine.server.Reading;
import org.incomingmail.engine.server.StartTls;

/** Ours, in a process of its own: protocol, port, user, password, CA, what is done with a message, what was seen before. */
public final class OurFetching {
    private OurFetching() {}

    public static void main(String[] arguments) throws Exception {
        Protocol protocol = Protocol.valueOf(arguments[0]);
        MailServer server =
                server(protocol, Integer.parseInt(arguments[1]), arguments[2], Files.readString(Path.of(arguments[4])));
        boolean decide = arguments[5].equals("decide");
        long seen = Long.parseLong(arguments[6]);
        MessageReader reader = new MessageReader();
        AssumedSetting setting = AssumedSetting.standard();
        int[] count = {0};
        try (AngusMailboxes mailboxes = new AngusMailboxes();
                Mailbox mailbox = mailboxes.open(server, any -> new Credentials.Password(arguments[3]))) {
            mailbox.fetch(mailbox.list(below(seen)), (message, raw) -> {
                byte[] bytes = raw.readAllBytes();
                if (decide) {
                    IncomingMessage read = reader.read(() -> new ByteArrayInputStream(bytes));
                    setting.assessor(read).assess(setting.server(read), read);
                }
                count[0]++;
                return true;
            });
        }
        System.out.println(count[0]);
    }

    private static SeenMessages below(long uid) {
        return new SeenMessages() {
            @Override
            public long lowWater(String epoch) {
                return uid;
            }

            @Override
            public Set<String> notWanted(String epoch, Collection<String> uids) {
                return Set.of();
            }
        };
    }

    private static MailServer server(Protocol protocol, int port, String user, String ca) {
        Duration wait = Duration.ofSeconds(30);
        return new MailServer(
                MailServerId.UNSAVED,
                "Benchmark",
                user,
                new Endpoint(protocol, "localhost", port, StartTls.NEVER, ca, wait, wait),
                new Authentication.Basic(),
                user,
                true,
                new Reading("INBOX", AfterProcessing.LEAVE, null, Duration.ofMinutes(1), null),
                new Publishing("DEMO", null, false));
    }
}
