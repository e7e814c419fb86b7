package org.incomingmail.engine.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.incomingmail.engine.connection.Credentials;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.mailserver.MailServerFixture;
import org.incomingmail.engine.nodes.Duty;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.Protocol;
import org.incomingmail.engine.server.ServerState;
import org.incomingmail.engine.server.StartTls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail servers that tell when mail arrives, and ones that are lost, changed, removed or held by another node. */
class PushTest {
    private static final String ALICE = "alice@mail.test";
    private static DovecotServer dovecot;
    private final PushWorld world = new PushWorld();

    @BeforeAll
    static void start() {
        dovecot = DovecotServer.start("mail_max_userip_connections = 1000");
    }

    @AfterAll
    static void stop() {
        dovecot.close();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static MailServerFixture imaps() {
        return MailServerFixture.on(dovecot, Protocol.IMAPS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMAP", "IMAPS", "STARTTLS"})
    void mailIsToldOfWhenItArrives(String how) throws Exception {
        MailServerId id = world.add(
                how.equals("STARTTLS")
                        ? MailServerFixture.on(dovecot, Protocol.IMAP)
                                .host("127.0.0.2")
                                .startTls(StartTls.REQUIRE)
                        : MailServerFixture.on(dovecot, Protocol.valueOf(how)));
        world.start(PushWorld.QUICK);
        world.awaitListening(id);
        for (int i = 0; i < 3; i++) {
            dovecot.deliver(ALICE, "Pushed " + i);
            assertThat(world.arrivals.poll(10, TimeUnit.SECONDS))
                    .as("mail %d", i)
                    .isEqualTo(id);
            world.arrivals.clear();
        }
    }

    @Test
    void mailThatCameWhileNobodyListenedIsToldOfAtOnce() throws Exception {
        MailServerId id = world.add(imaps());
        world.start(PushWorld.QUICK);
        assertThat(world.arrivals.poll(10, TimeUnit.SECONDS)).isEqualTo(id);
    }

    @Test
    void aLostConnectionIsOpenedAgain() throws Exception {
        MailServerId id = world.add(imaps());
        Push push = world.start(PushWorld.QUICK);
        world.awaitListening(id);
        dovecot.doveadm(new byte[0], "kick", ALICE);
        assertThat(world.arrivals.poll(10, TimeUnit.SECONDS)).as("opened again").isEqualTo(id);
        PushWorld.await(() -> push.listens(id));
        world.arrivals.clear();
        dovecot.deliver(ALICE, "After the fall");
        assertThat(world.arrivals.poll(10, TimeUnit.SECONDS)).isEqualTo(id);
    }

    @Test
    void renewingKeepsTheConnection() throws Exception {
        PushTiming quick = PushWorld.QUICK;
        MailServerId id = world.add(imaps());
        world.start(new PushTiming(
                quick.look(),
                Duration.ofMillis(100),
                quick.firstRetry(),
                quick.longestRetry(),
                quick.busy(),
                quick.most()));
        world.awaitListening(id);
        PushWorld.await(() -> world.renewals.get() >= 12);
        assertThat(connections()).isEqualTo(1);
        assertThat(world.arrivals).as("nothing arrived, nothing was opened").isEmpty();
        dovecot.deliver(ALICE, "Renewed");
        assertThat(world.arrivals.poll(10, TimeUnit.SECONDS)).isEqualTo(id);
    }

    @Test
    void whatTheAdministratorChangesIsTakenIn() throws Exception {
        MailServerId id = world.add(imaps());
        Push push = world.start(PushWorld.QUICK);
        world.awaitListening(id);
        MailServer server = Objects.requireNonNull(world.servers.get(id));
        world.servers.put(id, server.withEnabled(false));
        PushWorld.await(() -> !push.listens(id) && world.seats.isEmpty());
        PushWorld.await(() -> connections() == 0);
        world.servers.put(id, server);
        world.awaitListening(id);
        world.servers.clear();
        PushWorld.await(() -> !push.listens(id) && connections() == 0);
    }

    @Test
    void oneNodeListensForAll() throws Exception {
        MailServerId id = world.add(imaps());
        world.seats.put(id, new Thread());
        Push push = world.start(PushWorld.QUICK);
        PushWorld.await(() -> world.seatsAsked.get() >= 3);
        assertThat(push.listens(id)).as("another node does").isFalse();
        assertThat(world.openings).hasValue(0);
        world.seats.clear(); // it died
        world.awaitListening(id);
    }

    @Test
    void aMailboxGoesToTheNodeItBelongsTo() throws Exception {
        MailServerId id = world.add(imaps());
        Push push = world.start(PushWorld.QUICK);
        world.awaitListening(id);
        world.duty = all -> Set.of(); // another node joined
        PushWorld.await(() -> !push.listens(id) && world.seats.isEmpty());
        PushWorld.await(() -> connections() == 0);
        dovecot.deliver(ALICE, "While the other one is not there yet");
        world.duty = Duty.EVERYTHING; // and died
        PushWorld.await(() -> push.listens(id));
        assertThat(world.arrivals.poll(10, TimeUnit.SECONDS)).isEqualTo(id);
    }

    @Test
    void aMailboxThatGoesElsewhereWhileItIsOpenedAndThisNodeStopsIsFree() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        world.credentials = server -> {
            opening.countDown();
            untilInterrupted();
            return new Credentials.Password("alice-mail-pw");
        };
        world.add(imaps());
        Push push = world.start(PushWorld.QUICK);
        assertThat(opening.await(20, TimeUnit.SECONDS)).isTrue();
        world.duty = all -> Set.of();
        int looks = world.looks.get();
        PushWorld.await(() -> world.looks.get() >= looks + 3);
        push.close();
        assertThat(world.seats).isEmpty();
    }

    @Test
    void aSeatThatCanNotBeLeftNowIsLeftLater() throws Exception {
        MailServerId id = world.add(imaps());
        Push push = world.start(PushWorld.QUICK);
        world.awaitListening(id);
        world.seatsKept = true;
        world.duty = all -> Set.of();
        PushWorld.await(() -> !push.listens(id));
        int looks = world.looks.get();
        PushWorld.await(() -> world.looks.get() >= looks + 3);
        assertThat(world.seats).containsKey(id);
        world.seatsKept = false;
        PushWorld.await(world.seats::isEmpty);
    }

    @Test
    void aMailboxInTroubleIsLeftAlone() throws Exception {
        MailServerId id = world.add(imaps());
        world.states.put(id, ServerState.Status.FAILING);
        Push push = world.start(PushWorld.QUICK);
        PushWorld.await(() -> world.asked.get() >= 3);
        assertThat(push.listens(id)).isFalse();
        assertThat(world.openings).hasValue(0);
        world.states.put(id, ServerState.Status.WORKING);
        world.awaitListening(id);
    }

    @Test
    void aDatabaseThatIsGoneForAWhileDoesNotEndIt() throws Exception {
        MailServerId id = world.add(imaps());
        Push push = world.start(PushWorld.QUICK);
        world.awaitListening(id);
        world.databaseGone = true;
        dovecot.doveadm(new byte[0], "kick", ALICE);
        PushWorld.await(() -> !push.listens(id));
        int asked = world.asked.get();
        MailServerId other = world.add(imaps());
        PushWorld.await(() -> world.asked.get() >= asked + 3);
        world.databaseGone = false;
        world.awaitListening(other);
    }

    @Test
    void aBusyMailboxIsLookedAtAgain() throws Exception {
        world.busy.set(2);
        MailServerId id = world.add(imaps());
        world.start(PushWorld.QUICK);
        for (int i = 0; i < 3; i++) {
            assertThat(world.arrivals.poll(10, TimeUnit.SECONDS)).isEqualTo(id);
        }
        int looks = world.looks.get();
        PushWorld.await(() -> world.looks.get() >= looks + 5);
        assertThat(world.arrivals).as("it was not busy any more").isEmpty();
    }

    @Test
    void aMailServerWithoutIdleIsOnlyLookedInto() throws Exception {
        try (DovecotServer plain = DovecotServer.start("imap_capability = IMAP4rev1 AUTH=PLAIN")) {
            MailServerId id = world.add(MailServerFixture.on(plain, Protocol.IMAPS));
            world.add(MailServerFixture.on(plain, Protocol.POP3S));
            Push push = world.start(PushTiming.defaults());
            PushWorld.await(() -> world.openings.get() == 1);
            int looks = world.looks.get();
            PushWorld.await(() -> world.looks.get() > looks);
            assertThat(world.openings).as("left alone, and POP3 with it").hasValue(1);
            assertThat(world.arrivals).isEmpty();
            assertThat(push.listens(id)).isFalse();
        }
    }

    @Test
    void manyMailboxesNeedFewThreadsAndStoppingLeavesNothingBehind() throws Exception {
        Set<MailServerId> ids = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            ids.add(world.add(imaps()));
        }
        Push push = world.start(PushWorld.QUICK);
        PushWorld.await(() -> ids.stream().allMatch(push::listens));
        PushWorld.await(() -> world.arrivals.size() >= 60);
        world.arrivals.clear();
        dovecot.deliver(ALICE, "To all");
        Set<MailServerId> told = new HashSet<>();
        while (told.size() < 60) {
            MailServerId next = world.arrivals.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("told so far: %d", told.size()).isNotNull();
            told.add(next);
        }
        assertThat(threads()).isBetween(1L, 5L);
        push.close();
        assertThat(threads()).isZero();
        assertThat(world.seats).isEmpty();
        PushWorld.await(() -> connections() == 0);
    }

    /** Waits to be interrupted, which a stop does. */
    private static void untilInterrupted() {
        try {
            TimeUnit.SECONDS.sleep(20);
        } catch (InterruptedException asExpected) {
            Thread.currentThread().interrupt();
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("incoming-mail-push"))
                .count();
    }

    private static long connections() {
        return dovecot.doveadm(new byte[0], "who", "-1")
                .lines()
                .filter(line -> line.contains(ALICE))
                .count();
    }
}
