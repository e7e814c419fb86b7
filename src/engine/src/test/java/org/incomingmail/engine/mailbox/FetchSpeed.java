package org.incomingmail.engine.mailbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.incomingmail.engine.connection.AngusMailboxes;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.mailserver.MailServerFixture;
import org.incomingmail.engine.mailserver.Seen;
import org.incomingmail.engine.server.Protocol;

/**
 * Fetches a whole mailbox and prints how many messages and bytes came in how many milliseconds. Without arguments it
 * measures 2,000 mails from a Dovecot of its own; with protocol, port and a file with the authority it fetches what is
 * there.
 */
public final class FetchSpeed {
    private static final String LOAD = "load@mail.test";

    private FetchSpeed() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 3) {
            System.out.println(
                    fetch(MailServerFixture.at(Protocol.valueOf(arguments[0]), Integer.parseInt(arguments[1]))
                            .ca(Files.readString(Path.of(arguments[2])))
                            .user(LOAD)
                            .timeout(Duration.ofSeconds(30))));
            return;
        }
        try (DovecotServer dovecot = DovecotServer.start()) {
            dovecot.deliver(LOAD, mails(2_000));
            for (Protocol protocol : List.of(Protocol.IMAPS, Protocol.POP3S)) {
                for (int run = 0; run < 5; run++) {
                    System.out.println(protocol + " "
                            + fetch(MailServerFixture.on(dovecot, protocol).user(LOAD)));
                }
            }
        }
    }

    /** 80 % of about 6 KB, 15 % of 30 to 150 KB, 5 % of 0.5 to 2 MB. */
    private static Stream<byte[]> mails(int count) {
        Random random = new Random(1);
        return IntStream.range(0, count).mapToObj(i -> {
            int kind = random.nextInt(100);
            int size = kind < 80
                    ? 6_000
                    : kind < 95 ? 30_000 + random.nextInt(120_000) : 500_000 + random.nextInt(1_500_000);
            byte[] body = new byte[size * 3 / 4];
            random.nextBytes(body);
            String text = java.util.Base64.getMimeEncoder().encodeToString(body);
            return (DovecotServer.mail(LOAD, "Mail " + i) + text + "\r\n")
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        });
    }

    private static String fetch(MailServerFixture server) throws Exception {
        long start = System.nanoTime();
        int[] messages = {0};
        long[] bytes = {0};
        try (AngusMailboxes mailboxes = new AngusMailboxes();
                Mailbox mailbox = mailboxes.open(server.build(), server.password())) {
            byte[] buffer = new byte[64 * 1024];
            mailbox.fetch(mailbox.list(Seen.NOTHING), (message, raw) -> {
                messages[0]++;
                for (int count = raw.read(buffer); count >= 0; count = raw.read(buffer)) {
                    bytes[0] += count;
                }
                return true;
            });
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        return messages[0] + " messages " + bytes[0] + " bytes " + millis + " ms";
    }
}
