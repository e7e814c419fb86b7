package org.incomingmail.confluence.nodes;

import com.atlassian.beehive.ClusterLockService;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.nodes.Duty;
import org.incomingmail.engine.server.MailServerId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which nodes are there and what is this one's part, while the app runs. */
@Named
public class NodeRoll {
    private static final Logger log = LoggerFactory.getLogger(NodeRoll.class);
    private static final int LONGEST_NAME = 200;
    private static final long PATIENCE_SECONDS = 20;

    private final NodeBook book;
    private final ClusterLockService locks;
    private final String name = nodeName();
    private volatile Attendance attendance = Attendance.NOBODY;
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
        RollCall calls = new RollCall(book, locks, name, listens, listening, now -> {
            attendance = now;
            called.countDown();
        });
        Thread thread = new Thread(calls, "incoming-mail-nodes");
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
}
