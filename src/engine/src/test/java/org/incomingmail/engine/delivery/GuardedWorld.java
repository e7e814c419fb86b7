package org.incomingmail.engine.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.incomingmail.engine.mailbox.MessageHandle;
import org.incomingmail.engine.message.MessageReader;
import org.incomingmail.engine.policy.Policies;
import org.incomingmail.engine.policy.Policy;
import org.incomingmail.engine.policy.PolicyReader;
import org.incomingmail.engine.publishing.Publisher;
import org.incomingmail.engine.publishing.Wording;
import org.incomingmail.engine.routing.Router;
import org.incomingmail.engine.screening.OwnAddresses;
import org.incomingmail.engine.screening.Screening;
import org.incomingmail.engine.server.GivenServers;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.trust.NotificationIds;
import org.incomingmail.engine.trust.ReplyAddresses;
import org.incomingmail.engine.trust.SigningKey;
import org.incomingmail.engine.wiki.WikiUser;

/** All the rooms over a wiki, ledger and post office in memory. The mailbox is wiki@example.test, its MX mx.example.test. */
final class GuardedWorld {
    static final MailServerId ID = new MailServerId(7);
    static final WikiUser ANN = new WikiUser("ann-key", "ann", "Ann", "ann@example.com");
    static final WikiUser BOB = new WikiUser("bob-key", "bob", "Bob", "bob@example.com");
    static final String PROVED = "Authentication-Results: mx.example.test; dmarc=pass header.from=example.com\r\n";

    final MemoryWiki wiki = new MemoryWiki();
    final MemoryLedger ledger = new MemoryLedger();
    final List<Letter> letters = new ArrayList<>();
    final Map<Long, WaitingMail> waiting = new TreeMap<>();
    final Map<Long, byte[]> raw = new HashMap<>();
    final Set<MailServerId> locked = new HashSet<>();
    final List<SigningKey> keys = List.of(new SigningKey(new byte[32]));
    Instant now = Instant.parse("2026-11-24T10:00:00Z");
    final InstantSource clock = () -> now;
    final ReplyAddresses addresses = new ReplyAddresses(keys, Duration.ofDays(90), clock);
    final NotificationIds ids = new NotificationIds(keys);
    final Map<String, String> settings = new HashMap<>(Map.of("trust.authservIds", "mx.example.test"));
    Limits limits = Limits.defaults();
    boolean postOfficeOpen = true;
    private final Map<String, Integer> sentToday = new HashMap<>();
    private final List<Counted> counted = new ArrayList<>();
    private final Path folder;
    private int uid;

    private record Counted(String sender, long page, Instant at) {}

    GuardedWorld(Path folder) {
        this.folder = folder;
        wiki.users.addAll(List.of(ANN, BOB));
    }

    MailServer server() {
        return LedgerContract.server(ID);
    }

    private Policy policy() {
        PolicyReader.Outcome outcome = new PolicyReader(wiki).read(settings);
        return ((PolicyReader.Outcome.Read) outcome).policy();
    }

    Rooms rooms() {
        Rulebook book = new Rulebook(
                new Rules(),
                new Counter(),
                new WaitingMap(),
                new Confirmations(new WaitingMap(), new PostOffice(), this::transaction, new Random(1), clock),
                new PostOffice(),
                Duration.ofDays(3),
                clock);
        Assessor assessor = new Assessor(
                new Screening("i", message -> false),
                () -> OwnAddresses.of(List.of("wiki@example.test")),
                new Router(wiki, addresses, ids, clock, ZoneOffset.UTC),
                new Publisher(Wording.english()),
                new Rules(),
                addresses,
                Locale.ENGLISH);
        return new Rooms(new MessageReader(), assessor, wiki, ids, book);
    }

    /** A mail arrives; gives the row of its outcome. */
    MemoryLedger.Row arrives(String mail) {
        try {
            Path file = Files.writeString(
                    folder.resolve("mail-" + ++uid), mail.replace("\r\n", "\n").replace("\n", "\r\n"));
            Spooled spooled = new Spool(folder).take(Files.newInputStream(file), Long.MAX_VALUE);
            new MessageDelivery(
                            ledger,
                            new Store(),
                            this::transaction,
                            rooms(),
                            Measures.NONE,
                            limits,
                            new Ending(),
                            new FixedClock())
                    .deliver(server(), "1", new MessageHandle(Integer.toString(uid), 1, now), spooled);
            return ledger.rows().get(ledger.rows().size() - 1);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    WaitingRoom waitingRoom() {
        return new WaitingRoom(
                new WaitingRoom.Ports(
                        ledger,
                        new Store(),
                        this::transaction,
                        id -> locked.add(id) ? Optional.of(() -> locked.remove(id)) : Optional.empty(),
                        rooms(),
                        GivenServers.one(this::server),
                        wiki,
                        new WaitingMap(),
                        new Confirmations(new WaitingMap(), new PostOffice(), this::transaction, new Random(2), clock)),
                new Spool(folder),
                clock);
    }

    private <T> T transaction(Callable<T> work) throws Exception {
        Runnable rollBack = ledger.restorePoint();
        Map<Long, WaitingMail> before = new TreeMap<>(waiting);
        try {
            return work.call();
        } catch (Throwable failed) {
            rollBack.run();
            waiting.clear();
            waiting.putAll(before);
            throw failed;
        }
    }

    private final class FixedClock extends java.time.Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public java.time.Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final class Rules implements Policies {
        @Override
        public Policy of(MailServerId server) {
            return policy();
        }

        @Override
        public void put(MailServerId server, Policy policy) {
            throw new AssertionError("Delivery changes no rules");
        }

        @Override
        public void remove(MailServerId server) {
            throw new AssertionError("Delivery changes no rules");
        }
    }

    private final class Counter implements Traffic {
        @Override
        public int ofMailbox(MailServerId server, Instant since) {
            return (int) counted.stream().filter(one -> one.at().isAfter(since)).count();
        }

        @Override
        public int ofSender(MailServerId server, String sender, Instant since) {
            return (int) counted.stream()
                    .filter(one -> one.at().isAfter(since) && one.sender().equals(sender))
                    .count();
        }

        @Override
        public int ofThread(MailServerId server, String sender, long pageId, Instant since) {
            return (int) counted.stream()
                    .filter(one -> one.at().isAfter(since) && one.sender().equals(sender) && one.page() == pageId)
                    .count();
        }

        @Override
        public void count(MailServerId server, String sender, long pageId, Instant at) {
            counted.add(new Counted(sender, pageId, at));
        }

        @Override
        public void forgetBefore(Instant moment) {
            counted.removeIf(one -> one.at().isBefore(moment));
        }
    }

    private final class WaitingMap implements WaitingMails {
        @Override
        public void put(WaitingMail mail) {
            waiting.put(mail.id(), mail);
        }

        @Override
        public Optional<WaitingMail> find(long id) {
            return Optional.ofNullable(waiting.get(id));
        }

        @Override
        public Optional<WaitingMail> withToken(String tokenHash) {
            return waiting.values().stream()
                    .filter(mail -> tokenHash.equals(mail.tokenHash()))
                    .findFirst();
        }

        @Override
        public List<WaitingMail> all() {
            return waiting.values().stream()
                    .sorted(Comparator.comparing(WaitingMail::since))
                    .toList();
        }

        @Override
        public void remove(long id) {
            waiting.remove(id);
        }
    }

    private final class PostOffice implements Letters {
        @Override
        public boolean send(Letter letter) {
            if (postOfficeOpen) {
                letters.add(letter);
            }
            return postOfficeOpen;
        }

        @Override
        public boolean mayGo(String address, Letter.Kind kind, int most, Instant moment) {
            return sentToday.merge(address + kind, 1, Integer::sum) <= most;
        }
    }

    private final class Store implements MessageStore {
        @Override
        public void keep(long id, Path file, Instant moment) throws IOException {
            raw.put(id, Files.readAllBytes(file));
        }

        @Override
        public boolean kept(long id) {
            return raw.containsKey(id);
        }

        @Override
        public Optional<InputStream> open(long id) {
            return Optional.ofNullable(raw.get(id)).map(ByteArrayInputStream::new);
        }

        @Override
        public void remove(long id) {
            throw new UnsupportedOperationException("delivery removes nothing");
        }

        @Override
        public int removeOlderThan(Instant moment, Set<Long> needed) {
            throw new UncheckedIOException(new IOException("not here"));
        }
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
