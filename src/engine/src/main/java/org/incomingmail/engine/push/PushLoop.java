package org.incomingmail.engine.push;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.mailbox.Idling;
import org.incomingmail.engine.server.MailServerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that watches all connections at once, and hands what happens on them to the workers. */
final class PushLoop implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(PushLoop.class);
    private static final int TICK_MILLIS = 250;
    private static final Duration LASTING = Duration.ofMinutes(1);
    private static final Duration ILL = Duration.ofSeconds(30);

    private final Push.Ports ports;
    private final PushTiming timing;
    private final RandomGenerator random;
    private final Selector selector;
    private final PushWork work;
    private final Roster roster;
    private final Set<MailServerId> listening = ConcurrentHashMap.newKeySet();
    private final Queue<Ring> rings = new ConcurrentLinkedQueue<>();
    private long nextLook = System.nanoTime();
    private volatile boolean stopped;

    /** A mailbox that was busy, and when to try again. */
    private record Ring(MailServerId mailbox, long at) {}

    PushLoop(Push.Ports ports, PushTiming timing, RandomGenerator random) throws IOException {
        this.ports = ports;
        this.timing = timing;
        this.random = random;
        this.selector = Selector.open();
        this.roster = new Roster(ports, timing);
        this.work = new PushWork(ports.mailboxes(), ports.credentials(), selector::wakeup);
    }

    Set<MailServerId> listening() {
        return Collections.unmodifiableSet(listening);
    }

    void stop() {
        stopped = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                turn();
            }
        } catch (IOException selectorBroken) {
            log.error("Mail is not pushed any more, only looked for: {}", selectorBroken.toString());
        } finally {
            work.close();
            roster.leaveAll();
            listening.clear();
            try {
                selector.close();
            } catch (IOException gone) {
                // nothing is left to watch
            }
        }
    }

    private void turn() throws IOException {
        selector.select(TICK_MILLIS);
        for (PushWork.Outcome outcome = work.finished(); outcome != null; outcome = work.finished()) {
            Watched each = outcome.watched();
            PushWork.Outcome reached = outcome;
            attempt(each, () -> finished(reached));
        }
        long now = System.nanoTime();
        List<Watched> readable = readable();
        List<Watched> due = roster.all().stream().filter(each -> each.due(now)).toList();
        for (Watched each : due) {
            unregister(each);
        }
        if (!readable.isEmpty() || !due.isEmpty()) {
            selector.selectNow(); // a channel may block again only after its key is gone
        }
        readable.forEach(each -> attempt(each, () -> hear(each)));
        due.stream().filter(each -> !each.atWork).forEach(each -> attempt(each, () -> openOrRenew(each)));
        ringAgain(now);
        if (now - nextLook >= 0) {
            nextLook = now + timing.look().toNanos();
            look();
        }
    }

    private List<Watched> readable() {
        List<Watched> readable = new ArrayList<>();
        for (SelectionKey key : selector.selectedKeys()) {
            readable.add((Watched) key.attachment());
            key.cancel();
        }
        selector.selectedKeys().clear();
        return readable;
    }

    private void unregister(Watched each) {
        if (each.idling() != null) {
            SelectionKey key = each.idling().channel().keyFor(selector);
            if (key != null) {
                key.cancel();
            }
        }
    }

    private void hear(Watched each) {
        Idling idling = each.idling();
        if (idling != null && blocking(each, idling)) {
            work.hear(each, idling);
        }
    }

    private void openOrRenew(Watched each) {
        Idling idling = each.idling();
        if (idling == null) {
            open(each);
        } else if (blocking(each, idling)) {
            work.renew(each, idling);
        }
    }

    private void open(Watched each) {
        if (roster.works(each.server)) {
            work.open(each);
        } else {
            each.dueAfter(ILL);
        }
    }

    private boolean blocking(Watched each, Idling idling) {
        try {
            idling.channel().configureBlocking(true);
            return true;
        } catch (IOException lost) {
            failed(each, lost);
            return false;
        }
    }

    private void finished(PushWork.Outcome outcome) {
        Watched each = outcome.watched();
        each.atWork = false;
        Idling idling = outcome.idling();
        if (idling != null && each.idling() == null) {
            each.opened(idling);
        }
        if (each.unwanted) {
            roster.leave(each);
            return;
        }
        if (outcome.failure().isPresent()) {
            failed(each, outcome.failure().get());
        } else if (idling == null) {
            log.debug("mail server '{}' has no IDLE", each.server.name());
            each.dueAfter(timing.longestRetry());
        } else {
            watch(each, idling, outcome.news());
        }
    }

    private void watch(Watched each, Idling idling, boolean news) {
        try {
            idling.channel().configureBlocking(false);
            idling.channel().register(selector, SelectionKey.OP_READ, each);
        } catch (IOException lost) {
            failed(each, lost);
            return;
        }
        each.dueAfter(timing.renew());
        each.toldOfFailure = false;
        if (listening.add(each.server.id())) {
            log.debug("mail server '{}' tells when mail arrives", each.server.name());
        }
        if (news) {
            ring(each.server.id());
        }
    }

    private void failed(Watched each, Exception failure) {
        listening.remove(each.server.id());
        int failures = each.failed(LASTING);
        Duration wait = timing.afterFailure(failures, random);
        each.dueAfter(wait);
        String reason = failure instanceof ConnectionFailedException refused
                ? refused.failure().code().id()
                : failure.getClass().getSimpleName();
        if (failures > 2 && !each.toldOfFailure) {
            each.toldOfFailure = true;
            log.info(
                    "{} mail server '{}' does not stay open to tell when mail arrives; it is checked every {} s instead",
                    reason,
                    each.server.name(),
                    each.server.reading().pollInterval().toSeconds());
        }
        log.debug("push of mail server '{}' ended, again in {}", each.server.name(), wait, failure);
    }

    private void ring(MailServerId mailbox) {
        Runnable again = () ->
                rings.add(new Ring(mailbox, System.nanoTime() + timing.busy().toNanos()));
        try {
            ports.arrivals().arrived(mailbox, again);
        } catch (RuntimeException unavailable) {
            log.debug("Nobody takes the news of mailbox {}", mailbox, unavailable);
            again.run();
        }
    }

    private void ringAgain(long now) {
        Ring next = rings.peek();
        while (next != null && now - next.at() >= 0) {
            rings.remove();
            ring(next.mailbox());
            next = rings.peek();
        }
    }

    /** Takes in what administrators and other nodes did. */
    private void look() {
        for (Watched each : roster.look()) {
            listening.remove(each.server.id());
            if (each.atWork) {
                each.unwanted = true;
            } else {
                unregister(each);
                roster.leave(each);
            }
        }
    }

    /** What goes wrong with one mailbox must not end the others: nobody would start this thread again. */
    private void attempt(Watched each, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException broken) {
            failed(each, broken);
        }
    }
}
