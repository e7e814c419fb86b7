package org.incomingmail.confluence.nodes;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.incomingmail.engine.server.MailServerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the roll of the nodes every three seconds, through one life of this node. A node is there as long as it holds a
 * cluster lock of its own, which the host gives away when the node dies: no clocks are compared, and nothing is written
 * while nothing changes. The thread that runs this holds the lock.
 */
final class RollCall implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(RollCall.class);
    private static final String PREFIX = "org.incomingmail.confluence.node.";
    private static final long LOOK_MILLIS = 3_000;

    private final NodeBook book;
    private final ClusterLockService locks;
    private final String id = UUID.randomUUID().toString();
    private final String name;
    private final boolean listens;
    private final Supplier<Set<MailServerId>> listening;
    private final Consumer<Attendance> noted;
    private final ClusterLock life;
    private Attendance last = Attendance.NOBODY;
    private boolean held;
    private boolean written;

    /**
     * @param name of this node, for people
     * @param listens whether this node listens to mailboxes at all
     * @param listening to which it does at the moment
     * @param noted told who is there, after each call; nobody at the end
     */
    RollCall(
            NodeBook book,
            ClusterLockService locks,
            String name,
            boolean listens,
            Supplier<Set<MailServerId>> listening,
            Consumer<Attendance> noted) {
        this.book = book;
        this.locks = locks;
        this.name = name;
        this.listens = listens;
        this.listening = listening;
        this.noted = noted;
        this.life = locks.getLockForName(PREFIX + id);
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                held = held || alive();
                if (held) {
                    call();
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException ended) {
            // as it was told
        } finally {
            Thread.interrupted(); // what is left to do is short
            if (held) {
                leave();
            }
            noted.accept(Attendance.NOBODY);
        }
    }

    private boolean alive() {
        try {
            return life.tryLock();
        } catch (RuntimeException unavailable) {
            log.debug("This node can not tell others that it is there", unavailable);
            return false;
        }
    }

    private void call() {
        try {
            Node self = new Node(id, name, listens, Set.copyOf(listening.get()));
            List<Node> there = new ArrayList<>(List.of(self));
            Node known = null;
            for (Node each : book.all()) {
                if (each.id().equals(id)) {
                    known = each;
                } else if (isAlive(each)) {
                    there.add(each);
                }
            }
            if (known == null && written) {
                takenForDead();
                return;
            }
            if (!self.equals(known)) {
                book.write(self);
                written = true;
            }
            there.sort(Comparator.comparing(Node::name).thenComparing(Node::id));
            note(new Attendance(id, List.copyOf(there)));
        } catch (RuntimeException unavailable) {
            log.debug("The roll of the nodes could not be called; who was there is taken to be there", unavailable);
        }
    }

    /** Nobody else ever locks what a living node holds, so that it is free only when the node is dead. */
    private boolean isAlive(Node other) {
        ClusterLock lock = locks.getLockForName(PREFIX + other.id());
        if (!lock.tryLock()) {
            return true;
        }
        try {
            book.remove(other.id());
        } finally {
            lock.unlock();
        }
        return false;
    }

    /** The host gave our lock away, as nodes did not see each other for a while: it is taken again. */
    private void takenForDead() {
        log.warn("Other nodes took this one for dead; it joins them again");
        held = false;
        written = false;
        try {
            life.unlock();
        } catch (RuntimeException lost) {
            log.debug("It was lost indeed", lost);
        }
    }

    private void note(Attendance now) {
        Attendance before = last;
        last = now;
        noted.accept(now);
        String gone = names(before, now);
        boolean news =
                before.nodes().isEmpty() ? !now.alone() : !names(now, before).isEmpty();
        if (!gone.isEmpty()) {
            log.info("Mailboxes are looked after by {}; gone: {}", names(now, Attendance.NOBODY), gone);
        } else if (news) {
            log.info("Mailboxes are looked after by {}", names(now, Attendance.NOBODY));
        }
    }

    private String names(Attendance there, Attendance without) {
        Set<String> left = without.nodes().stream().map(Node::id).collect(Collectors.toSet());
        return there.nodes().stream()
                .filter(node -> !left.contains(node.id()))
                .map(Node::name)
                .collect(Collectors.joining(", "));
    }

    private void leave() {
        try {
            book.remove(id);
        } catch (RuntimeException unavailable) {
            log.debug("Others will find out that this node left", unavailable);
        }
        try {
            life.unlock();
        } catch (RuntimeException lost) {
            log.debug("The lock of this node was lost", lost);
        }
    }
}
