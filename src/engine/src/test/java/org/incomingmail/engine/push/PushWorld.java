package org.incomingmail.engine.push;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Collection;
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
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.CredentialSource;
import org.incomingmail.engine.connection.Mailboxes;
import org.incomingmail.engine.mailbox.Idling;
import org.incomingmail.engine.mailbox.Mailbox;
import org.incomingmail.engine.mailserver.MailServerFixture;
import org.incomingmail.engine.nodes.Duty;
import org.incomingmail.engine.server.GivenServers;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.ServerState;

/** Mail servers that come and go, and who is told that mail arrived. */
final class PushWorld implements AutoCloseable {
    static final PushTiming QUICK = new PushTiming(
            Duration.ofMillis(50),
            Duration.ofMinutes(9),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofMillis(100),
            500);

    final Map<MailServerId, MailServer> servers = new ConcurrentHashMap<>();
    final Map<MailServerId, ServerState.Status> states = new ConcurrentHashMap<>();
    final Map<MailServerId, Thread> seats = new ConcurrentHashMap<>();
    final BlockingQueue<MailServerId> arrivals = new LinkedBlockingQueue<>();
    final AtomicInteger busy = new AtomicInteger();
    /** Looks at the list of mail servers, questions for a state and for a seat, openings and renewals so far. */
    final AtomicInteger looks = new AtomicInteger();

    final AtomicInteger asked = new AtomicInteger();
    final AtomicInteger seatsAsked = new AtomicInteger();
    final AtomicInteger openings = new AtomicInteger();
    final AtomicInteger renewals = new AtomicInteger();
    volatile boolean databaseGone;
    volatile boolean seatsKept;
    volatile Duty duty = Duty.EVERYTHING;
    CredentialSource credentials =
            server -> MailServerFixture.password("alice-mail-pw").credentials(server);
    private final AngusMailboxes mailboxes = new AngusMailboxes();

    @SuppressWarnings("NullAway.Init")
    private Push push;

    Push start(PushTiming timing) {
        push = Push.start(
                new Push.Ports(
                        new GivenServers(this::looked),
                        this::state,
                        server -> credentials.credentials(server),
                        new Counted(),
                        all -> duty.of(all),
                        this::seat,
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

    private Optional<Seats.Seat> seat(MailServerId id) {
        seatsAsked.incrementAndGet();
        return seats.putIfAbsent(id, Thread.currentThread()) == null ? Optional.of(() -> leave(id)) : Optional.empty();
    }

    private void leave(MailServerId id) {
        if (seats.get(id) != Thread.currentThread()) {
            throw new AssertionError("a seat of another thread");
        }
        if (seatsKept) {
            throw new IllegalStateException("the cluster can not be reached");
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

    private Collection<MailServer> looked() {
        looks.incrementAndGet();
        return servers.values();
    }

    private ServerState state(MailServerId id) {
        asked.incrementAndGet();
        if (databaseGone) {
            throw new IllegalStateException("the database is gone");
        }
        ServerState.Status status = states.getOrDefault(id, ServerState.Status.WORKING);
        return new ServerState(status, null, null, null, null, null, List.of(), 0);
    }

    @Override
    public void close() {
        push.close();
        mailboxes.close();
    }

    private final class Counted implements Mailboxes {
        @Override
        public Mailbox open(MailServer server, CredentialSource source) throws ConnectionFailedException {
            return mailboxes.open(server, source);
        }

        @Override
        public Optional<Idling> idle(MailServer server, CredentialSource source) throws ConnectionFailedException {
            Optional<Idling> opened = mailboxes.idle(server, source);
            openings.incrementAndGet();
            return opened.map(CountedIdling::new);
        }
    }

    private final class CountedIdling implements Idling {
        private final Idling idling;

        CountedIdling(Idling idling) {
            this.idling = idling;
        }

        @Override
        public SocketChannel channel() {
            return idling.channel();
        }

        @Override
        public boolean heard() throws IOException {
            return idling.heard();
        }

        @Override
        public boolean renew() throws IOException {
            boolean news = idling.renew();
            renewals.incrementAndGet();
            return news;
        }

        @Override
        public void close() {
            idling.close();
        }
    }
}
