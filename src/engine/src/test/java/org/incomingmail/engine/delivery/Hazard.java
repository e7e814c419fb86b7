package org.incomingmail.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.incomingmail.engine.connection.AngusMailboxes;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.mailserver.Fault;
import org.incomingmail.engine.mailserver.FaultProxy;
import org.incomingmail.engine.mailserver.MailServerFixture;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Protocol;

/** The engine, a proxy that does harm, and Dovecot; three mails wait. Each trial begins with an empty ledger. */
final class Hazard implements AutoCloseable {
    static final List<String> MAILS = List.of("One", "Two", "Three");
    static final Duration PATIENCE = Duration.ofSeconds(1);
    /** Once nothing does harm, a busy machine may take its time. */
    private static final Duration UNHURRIED = Duration.ofSeconds(20);

    final FaultProxy proxy;
    final RemoteMailbox remote;
    private final AngusMailboxes mailboxes = new AngusMailboxes();
    private final DovecotServer dovecot;
    private final Protocol protocol;
    private final AfterProcessing policy;
    private final Path spool;
    private volatile Duration patience = PATIENCE;

    Hazard(DovecotServer dovecot, Protocol protocol, AfterProcessing policy, Path spool) throws IOException {
        this.dovecot = dovecot;
        this.protocol = protocol;
        this.policy = policy;
        this.spool = spool;
        this.proxy = FaultProxy.before(dovecot.port(protocol));
        this.remote = new RemoteMailbox(dovecot, "alice@mail.test");
    }

    /** A world whose mailbox is behind the proxy. */
    World world() {
        World world = new World(spool);
        MailServerFixture fixture = MailServerFixture.on(dovecot, protocol)
                .port(proxy.port())
                .after(policy, policy == AfterProcessing.MOVE ? RemoteMailbox.DONE : null)
                .timeout(PATIENCE);
        patience = PATIENCE;
        world.settings = () -> fixture.timeout(patience).build().withId(World.ID);
        world.credentials = fixture.password();
        world.mailboxes = mailboxes;
        return world;
    }

    /** One check that suffers the fault, then healthy ones; gives how the first failed, if it did. */
    Optional<ConnectionFailure> suffer(Fault fault) {
        remote.begin(MAILS);
        World world = world();
        proxy.fault(fault);
        long start = System.nanoTime();
        FetchReport harmed = world.fetch();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        proxy.fault(Fault.NONE);
        patience = UNHURRIED;
        assertThat(took).as("time of the check with %s", fault).isLessThan(PATIENCE.multipliedBy(8));
        nothingIsGoneUnpublished(world, fault);
        recovers(world, fault.toString());
        return harmed.failure();
    }

    /** What left the mailbox is a committed page. */
    void nothingIsGoneUnpublished(World world, Fault fault) {
        Set<String> gone = new TreeSet<>(MAILS);
        gone.removeAll(remote.subjects(remote.mails()));
        assertThat(world.pages).as("pages of what %s removed", fault).containsAll(gone);
    }

    /** By itself, at the next check: every mail one page, its bytes kept, the mailbox as the policy wants it. */
    void recovers(World world, String after) {
        FetchReport next = world.fetch();
        assertThat(next.status())
                .as("the check after %s: %s", after, next.failure())
                .isEqualTo(FetchReport.Status.DONE);
        everyMailIsOnePage(world, after);
        if (!protocol.imap()) {
            world.fetch(); // POP3 knows only then that QUIT deleted
        }
        assertThat(world.ledger.unsettled(World.ID, epoch(world)))
                .as("still to be told to the server after %s", after)
                .isEmpty();
        remote.isSettled(protocol.imap(), policy, MAILS, after);
    }

    void everyMailIsOnePage(World world, String after) {
        assertThat(world.pages).as("pages after %s", after).containsExactlyInAnyOrderElementsOf(MAILS);
        assertThat(world.ledger.rows()).as("journal after %s", after).allSatisfy(row -> assertThat(row.state())
                .isEqualTo(State.PAGE_CREATED));
        for (String subject : MAILS) {
            String text = remote.text(subject);
            assertThat(world.raw.values())
                    .as("%s, bit for bit, after %s", subject, after)
                    .anyMatch(raw -> raw.startsWith("Return-Path: ") && raw.endsWith(text));
        }
    }

    private static String epoch(World world) {
        return world.ledger.rows().get(0).key().epoch();
    }

    @Override
    public void close() throws IOException {
        mailboxes.close();
        proxy.close();
    }
}
