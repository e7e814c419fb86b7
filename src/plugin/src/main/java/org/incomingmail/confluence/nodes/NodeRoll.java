package org.incomingmail.confluence.nodes;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.nodes.Duty;
import org.incomingmail.engine.server.MailServerId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the roll of the nodes every three seconds. A node is there as long as it holds a cluster lock of its own, which the
 * host gives away when the node dies: no clocks are compared, and nothing is written while nothing changes.
 */
@Named
public class NodeRoll {
    private static final Logger log = LoggerFactory.getLogger(NodeRoll.class);
    private static final String PREFIX = "org.incomingmail.confluence.node.";
    private static final int LONGEST_NAME = 200;
    private static final long LOOK_MILLIS = 3_000;
    private static final long PATIENCE_SECONDS = 20;

    private static final Attendance NOBODY = new Attendance("", List.of());

    private final NodeBook book;
    private final ClusterLockService locks;
    private final String name = nodeName();
    private volatile Attendance attendance = NOBODY;
    private @Nullable Thread caller;

    @Inject
    public NodeRoll(NodeBook book, ClusterLockService locks) {
        this.book = book;
        this.locks = locks;
    }

    /** As the documentation of the host's clusters names nodes; else as the machine is called. */
    private static String nodeName() {
        String given = System.getProperty("confluence.cluster.node.name", "").strip();
        String name = given.isEmpty() ? machine() : given;
        String plain = name.replaceAll("\\p{Cntrl}", " ");
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    /**
     * Joins, and returns when it is known who is there already.
     *
     * @param listens whether this node listens to mailboxes at all
     * @param listening to which it does at the moment
     */
    public synchronized void begin(boolean listens, Supplier<Set<MailServerId>> listening) {
        if (caller != null) {
            return;
        }
        CountDownLatch called = new CountDownLatch(1);
        Calling calling = new Calling(UUID.randomUUID().toString(), listens, listening, called);
        Thread thread = new Thread(calling, "incoming-mail-nodes");
        thread.setDaemon(true);
        thread.setContextClassLoader(NodeRoll.class.getClassLoader());
        thread.start();
        caller = thread;
        try {
            if (!called.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                log.warn(
                        "It takes long to learn which nodes there are; until then this node looks after all mailboxes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves, so that the others take over at once. */
    public synchronized void end() {
        Thread thread = caller;
        if (thread == null) {
            return;
        }
        caller = null;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public Attendance attendance() {
        return attendance;
    }

    /** What this node checks by schedule before others do. */
    public Duty checking() {
        return mailboxes -> attendance.toCheck(mailboxes);
    }

    /** What this node listens to. */
    public Duty listening() {
        return mailboxes -> attendance.toListen(mailboxes);
    }

    /** One life of this node. Its thread holds the node's lock. */
    private final class Calling implements Runnable {
        private final String id;
        private final boolean listens;
        private final Supplier<Set<MailServerId>> listening;
        private final CountDownLatch called;
        private final ClusterLock life;
        private boolean held;
        private boolean written;

        Calling(String id, boolean listens, Supplier<Set<MailServerId>> listening, CountDownLatch called) {
            this.id = id;
            this.listens = listens;
            this.listening = listening;
            this.called = called;
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
                if (held) {
                    leave();
                }
                attendance = NOBODY;
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
                noted(new Attendance(id, List.copyOf(there)));
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

        private void noted(Attendance now) {
            Attendance before = attendance;
            attendance = now;
            called.countDown();
            String gone = names(before, now);
            boolean news = before.nodes().isEmpty()
                    ? !now.alone()
                    : !names(now, before).isEmpty();
            if (!gone.isEmpty()) {
                log.info("Mailboxes are looked after by {}; gone: {}", names(now, NOBODY), gone);
            } else if (news) {
                log.info("Mailboxes are looked after by {}", names(now, NOBODY));
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
}
