package org.incomingmail.engine.push;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.incomingmail.engine.connection.AngusMailboxes;
import org.incomingmail.engine.connection.CredentialSource;
import org.incomingmail.engine.mailserver.MailServerFixture;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServers;
import org.incomingmail.engine.server.ServerState;

/** Mail servers that come and go, and who is told that mail arrived. */
final class PushWorld implements AutoCloseable {
    static final PushTiming QUICK = new PushTiming(
            Duration.ofMillis(50),
            Duration.ofMinutes(9),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofMillis(100),
            Duration.ofMillis(100),
            500);

    final Map<MailServerId, MailServer> servers = new ConcurrentHashMap<>();
    final Map<MailServerId, ServerState.Status> states = new ConcurrentHashMap<>();
    final Map<MailServerId, Thread> seats = new ConcurrentHashMap<>();
    final BlockingQueue<MailServerId> arrivals = new LinkedBlockingQueue<>();
    final AtomicInteger busy = new AtomicInteger();
    CredentialSource credentials =
            server -> MailServerFixture.password("alice-mail-pw").credentials(server);
    private final AngusMailboxes mailboxes = new AngusMailboxes();

    @SuppressWarnings("NullAway.Init")
    private Push push;

    Push start(PushTiming timing) {
        push = Push.start(
                new Push.Ports(
                        new Servers(),
                        id -> state(states.getOrDefault(id, ServerState.Status.WORKING)),
                        server -> credentials.credentials(server),
                        mailboxes,
                        id -> seats.putIfAbsent(id, Thread.currentThread()) == null
                                ? Optional.of(() -> leave(id))
                                : Optional.empty(),
                        (id, again) -> {
                            arrivals.add(id);
                            if (busy.getAndDecrement() > 0) {
                                again.run();
                            }
                        }),
                timing,
                new Random(1));
        return push;
    }

    private void leave(MailServerId id) {
        if (seats.get(id) != Thread.currentThread()) {
            throw new AssertionError("a seat of another thread");
        }
        seats.remove(id);
    }

    MailServerId add(MailServerFixture fixture) {
        MailServerId id = new MailServerId(servers.size() + 1);
        MailServer made = fixture.build();
        servers.put(
                id,
                new MailServer(
                        id,
                        "Server " + id,
                        made.toAddress(),
                        made.endpoint(),
                        made.authentication(),
                        made.username(),
                        true,
                        made.reading(),
                        made.publishing()));
        return id;
    }

    /** Waits until a mailbox is listened to, and forgets what it told when it was opened. */
    void awaitListening(MailServerId id) throws InterruptedException {
        await(() -> push.listens(id));
        arrivals.poll(2, TimeUnit.SECONDS);
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it never happened");
            }
            Thread.sleep(20);
        }
    }

    private static ServerState state(ServerState.Status status) {
        return new ServerState(status, null, null, null, null, null, List.of(), 0);
    }

    @Override
    public void close() {
        push.close();
        mailboxes.close();
    }

    private final class Servers implements MailServers {
        @Override
        public List<MailServer> all() {
            return List.copyOf(servers.values());
        }

        @Override
        public Optional<MailServer> find(MailServerId id) {
            return Optional.ofNullable(servers.get(id));
        }

        @Override
        public MailServer add(MailServer server, Optional<String> password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MailServer replace(MailServer server, Optional<String> password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setEnabled(MailServerId id, boolean enabled) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(MailServerId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> password(MailServerId id) {
            throw new UnsupportedOperationException();
        }
    }
}
