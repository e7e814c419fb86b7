package org.incomingmail.engine.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.CredentialSource;
import org.incomingmail.engine.connection.Credentials;
import org.incomingmail.engine.connection.Mailboxes;
import org.incomingmail.engine.mailbox.Mailbox;
import org.incomingmail.engine.nodes.Duty;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Endpoint;
import org.incomingmail.engine.server.GivenServers;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.Protocol;
import org.incomingmail.engine.server.Publishing;
import org.incomingmail.engine.server.Reading;
import org.incomingmail.engine.server.ServerState;
import org.incomingmail.engine.server.ServerStates;
import org.incomingmail.engine.server.StartTls;
import org.incomingmail.engine.wiki.WikiContent;
import org.jspecify.annotations.Nullable;

/** Mail server, database and wiki in memory; a step can be told to fail, and time stands still until moved. */
final class World {
    static final MailServerId ID = new MailServerId(1);
    final MemoryLedger ledger = new MemoryLedger();
    final MemoryMailbox mailbox = new MemoryMailbox();
    final Map<MailServerId, ServerState> states = new HashMap<>();
    final Set<MailServerId> locked = new HashSet<>();
    final List<String> pages = new ArrayList<>();
    final Map<Long, String> raw = new HashMap<>();
    final Map<String, Throwable> poison = new HashMap<>();
    Instant now = Instant.parse("2026-11-24T10:00:00Z");
    Consumer<String> at = step -> {};

    @Nullable
    ConnectionFailedException refusal;

    AfterProcessing policy = AfterProcessing.MOVE;
    Limits limits = new Limits(500, 10_000, 5, Duration.ofMinutes(1), Duration.ofMinutes(5), 0, 2);
    boolean enabled = true;
    Duration pollInterval = Duration.ofMinutes(1);
    Supplier<MailServer> settings = this::imaginary;
    CredentialSource credentials = server -> new Credentials.Password("secret");
    Mailboxes mailboxes = this::open;
    boolean databaseGone;
    boolean rawMailFull;
    private final Path folder;

    World(Path folder) {
        this.folder = folder;
    }

    MailServer server() {
        return settings.get();
    }

    private MailServer imaginary() {
        return new MailServer(
                ID,
                "Team mail",
                "wiki@example.test",
                new Endpoint(
                        Protocol.IMAPS,
                        "mail.example.test",
                        993,
                        StartTls.NEVER,
                        null,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1)),
                new Authentication.Basic(),
                "wiki",
                enabled,
                new Reading("INBOX", policy, "Done", pollInterval, null),
                new Publishing("DEMO", null, false));
    }

    Delivery.Running delivery() {
        ServerStates stored = new ServerStates() {
            @Override
            public Optional<ServerState> find(MailServerId id) {
                return Optional.ofNullable(states.get(id));
            }

            @Override
            public void put(MailServerId id, ServerState state) {
                states.put(id, state);
            }

            @Override
            public void remove(MailServerId id) {
                states.remove(id);
            }
        };
        return Delivery.start(
                new Delivery.Ports(
                        GivenServers.one(this::server),
                        stored,
                        credentials,
                        mailboxes,
                        Duty.EVERYTHING,
                        this::tryLock,
                        ledgerInDatabase(),
                        new Store(),
                        this::transaction,
                        this::read,
                        Measures.NONE),
                new Spool(folder),
                limits,
                2,
                new WorldClock(),
                new Random(1));
    }

    private Mailbox open(MailServer server, CredentialSource source) throws ConnectionFailedException {
        if (refusal != null) {
            throw refusal;
        }
        mailbox.at = at;
        return mailbox;
    }

    private Ledger ledgerInDatabase() {
        return (Ledger) Proxy.newProxyInstance(
                World.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    reachDatabase(method.getName());
                    try {
                        return method.invoke(ledger, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private void reachDatabase(String step) {
        at.accept(step);
        if (databaseGone) {
            throw new IllegalStateException("database is gone");
        }
    }

    FetchReport fetch() {
        try (Delivery.Running delivery = delivery()) {
            return delivery.fetchNow(ID).orElseThrow();
        }
    }

    ServerState state() {
        return java.util.Objects.requireNonNull(states.get(ID));
    }

    String code(int row) {
        Verdict verdict =
                java.util.Objects.requireNonNull(ledger.rows().get(row).verdict());
        return java.util.Objects.requireNonNull(verdict.code()).id();
    }

    private Optional<Locks.Held> tryLock(MailServerId id) {
        return locked.add(id) ? Optional.of(() -> locked.remove(id)) : Optional.empty();
    }

    private <T> T transaction(Callable<T> work) throws Exception {
        Runnable rollBack = ledger.restorePoint();
        List<String> pagesBefore = List.copyOf(pages);
        try {
            reachDatabase("begin");
            T result = work.call();
            reachDatabase("commit");
            return result;
        } catch (Throwable failed) {
            rollBack.run();
            pages.clear();
            pages.addAll(pagesBefore);
            throw failed;
        }
    }

    private Walk.Mail read(MailServer server, Path file) throws IOException {
        at.accept("read");
        String text = Files.readString(file);
        String subject = text.lines()
                .filter(line -> line.startsWith("Subject: "))
                .findFirst()
                .orElseThrow()
                .substring("Subject: ".length());
        Throwable poisoned = poison.get(subject);
        return new Walk.Mail() {
            @Override
            public Envelope envelope() {
                return new Envelope("a@example.test", "wiki@example.test", subject, "<" + subject + "@x>");
            }

            @Override
            public Walk.Outcome publish(long id, Passage passage, org.incomingmail.engine.routing.Placement placement) {
                World.<RuntimeException>throwAny(poisoned);
                if (subject.startsWith("reject")) {
                    return new Walk.Outcome.Rejected(() -> "IM-TEST", List.of());
                }
                pages.add(subject);
                at.accept("publish");
                return new Walk.Outcome.Published(new WikiContent(
                        pages.size(), WikiContent.Kind.PAGE, 1, Optional.empty(), subject, "DEMO", "http://x"));
            }

            @Override
            public void close() {}
        };
    }

    @SuppressWarnings("unchecked")
    static <T extends Throwable> void throwAny(@Nullable Throwable failed) throws T {
        if (failed != null) {
            throw (T) failed;
        }
    }

    private final class Store implements MessageStore {
        @Override
        public void keep(long id, Path file, Instant moment) throws IOException {
            at.accept("keep");
            if (rawMailFull) {
                throw new IOException("No space left on device");
            }
            raw.put(id, Files.readString(file));
        }

        @Override
        public boolean kept(long id) {
            return raw.containsKey(id);
        }

        @Override
        public Optional<InputStream> open(long id) {
            return Optional.ofNullable(raw.get(id))
                    .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public void remove(long id) {
            throw new UnsupportedOperationException("delivery removes nothing");
        }

        @Override
        public int removeOlderThan(Instant moment, Set<Long> needed) {
            return 0;
        }
    }

    private final class WorldClock extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
