package org.incomingmail.benchmarks.fetching;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.incomingmail.benchmarks.report.Report;
import org.incomingmail.engine.connection.AngusMailboxes;
import org.incomingmail.engine.connection.Credentials;
import org.incomingmail.engine.mailbox.Mailbox;
import org.incomingmail.engine.mailbox.MessageHandle;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.Protocol;

/** A check of a mailbox full of mail that was seen before, beside one that holds the new mail only. */
final class SeenMailbox {
    private static final int SEEN = 50_000;
    private static final int NEW = 10;
    private static final int CHECKS = 15;
    private static final String FULL_USER = "shared@mail.test";
    private static final String EMPTY_USER = "new@mail.test";

    private final DovecotServer dovecot;
    private final Report report;

    SeenMailbox(DovecotServer dovecot, Report report) {
        this.dovecot = dovecot;
        this.report = report;
    }

    /** @param openMillis until the mail server had opened the mailbox */
    private record Check(double millis, double openMillis, long bytes, long roundTrips) {}

    void run() throws Exception {
        dovecot.stock(FULL_USER, IntStream.range(0, SEEN).mapToObj(SeenMailbox::mail));
        List<List<String>> rows = new ArrayList<>();
        for (Protocol protocol : List.of(Protocol.IMAP, Protocol.POP3)) {
            Set<String> known = uids(protocol);
            rows.add(row(protocol, known));
        }
        report.table(
                SEEN + " mails seen before and " + NEW + " new ones, beside " + NEW + " new ones alone; a whole check",
                List.of(
                        "protocol",
                        "full, ms",
                        "of which until it is open",
                        "alone, ms",
                        "of which until it is open",
                        "ratio",
                        "full, KB",
                        "alone, KB",
                        "ratio",
                        "round trips"),
                rows,
                Map.of());
    }

    private List<String> row(Protocol protocol, Set<String> known) throws Exception {
        dovecot.deliver(FULL_USER, IntStream.range(0, NEW).mapToObj(number -> mail(SEEN + number)));
        dovecot.deliver(EMPTY_USER, IntStream.range(0, NEW).mapToObj(number -> mail(SEEN + number)));
        Check full = check(protocol, FULL_USER, new Known(known));
        Check alone = check(protocol, EMPTY_USER, new Known(Set.of()));
        dovecot.doveadm(new byte[0], "expunge", "-u", EMPTY_USER, "mailbox", "INBOX", "all");
        return List.of(
                protocol.name(),
                "%.1f".formatted(full.millis()),
                "%.1f".formatted(full.openMillis()),
                "%.1f".formatted(alone.millis()),
                "%.1f".formatted(alone.openMillis()),
                "%.2f".formatted(full.millis() / alone.millis()),
                "%.1f".formatted(full.bytes() / 1e3),
                "%.1f".formatted(alone.bytes() / 1e3),
                "%.2f".formatted((double) full.bytes() / alone.bytes()),
                Long.toString(full.roundTrips()));
    }

    private Set<String> uids(Protocol protocol) throws Exception {
        try (AngusMailboxes mailboxes = new AngusMailboxes();
                Mailbox mailbox = open(mailboxes, protocol, FULL_USER, dovecot.port(protocol))) {
            Set<String> uids = new HashSet<>();
            mailbox.list(new Known(Set.of())).forEach(message -> uids.add(message.uid()));
            return uids;
        }
    }

    private Check check(Protocol protocol, String user, Known known) throws Exception {
        List<Check> checks = new ArrayList<>();
        try (DelayProxy proxy = new DelayProxy(dovecot.port(protocol), 0);
                AngusMailboxes mailboxes = new AngusMailboxes()) {
            for (int i = 0; i < CHECKS; i++) {
                proxy.reset();
                checks.add(one(mailboxes, protocol, user, proxy, known));
            }
        }
        checks.sort(java.util.Comparator.comparingDouble(Check::millis));
        return checks.get(CHECKS / 2);
    }

    private static Check one(AngusMailboxes mailboxes, Protocol protocol, String user, DelayProxy proxy, Known known)
            throws Exception {
        int[] count = {0};
        long begun = System.nanoTime();
        long opened;
        try (Mailbox mailbox = open(mailboxes, protocol, user, proxy.port())) {
            opened = System.nanoTime();
            List<MessageHandle> wanted = mailbox.list(known);
            mailbox.fetch(wanted, (message, raw) -> {
                raw.readAllBytes();
                count[0]++;
                return true;
            });
        }
        if (count[0] != NEW) {
            throw new IllegalStateException(count[0] + " of " + NEW + " mails were found");
        }
        return new Check((System.nanoTime() - begun) / 1e6, (opened - begun) / 1e6, proxy.bytes(), proxy.roundTrips());
    }

    private static Mailbox open(AngusMailboxes mailboxes, Protocol protocol, String user, int port) throws Exception {
        MailServer server = OurFetching.server(protocol, port, user, null);
        return mailboxes.open(server, any -> new Credentials.Password(DovecotServer.PASSWORDS.getOrDefault(user, "")));
    }

    private static byte[] mail(int number) {
        return DovecotServer.mail("wiki@example.test", "Number " + number).getBytes(StandardCharsets.UTF_8);
    }
}
