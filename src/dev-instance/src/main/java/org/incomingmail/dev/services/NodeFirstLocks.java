package org.incomingmail.dev.services;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/**
 * Locks by name among all nodes. Within the node {@link NodeLocks} come first: only one thread of a node waits for what
 * nodes share, and no lock is reentrant, as the host's must not be taken to be.
 */
public abstract class NodeFirstLocks implements ClusterLockService {
    private final NodeLocks node = new NodeLocks();
    private final ConcurrentMap<String, ClusterLock> locks = new ConcurrentHashMap<>();

    /** One name among the nodes; called by one thread of this node at a time. */
    protected interface Shared {
        long FOREVER = Long.MAX_VALUE;

        /**
         * Whether it was had; another node's meanwhile otherwise.
         *
         * @param millis longest wait; 0 for none, or {@link #FOREVER}
         */
        boolean take(long millis) throws InterruptedException;

        /** By the thread that took it; free for others however it ends. */
        void give();
    }

    protected abstract Shared shared(String name);

    @Override
    public final ClusterLock getLockForName(String lockName) {
        return locks.computeIfAbsent(lockName, name -> new NodeFirstLock(node.getLockForName(name), shared(name)));
    }

    private static final class NodeFirstLock implements ClusterLock {
        private final NodeLocks.NodeLock within;
        private final Shared among;

        NodeFirstLock(NodeLocks.NodeLock within, Shared among) {
            this.within = within;
            this.among = among;
        }

        @Override
        public void lock() {
            within.lock();
            if (!hadNow(Shared.FOREVER)) {
                throw new IllegalStateException("The lock was not given");
            }
        }

        @Override
        public void lockInterruptibly() throws InterruptedException {
            while (!tryLock(1, TimeUnit.SECONDS)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        }

        @Override
        public boolean tryLock() {
            return within.tryLock() && hadNow(0);
        }

        @Override
        public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
            long end = System.nanoTime() + unit.toNanos(time);
            return within.tryLock(time, unit)
                    && had(Math.max(0, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        }

        private boolean hadNow(long millis) {
            try {
                return had(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private boolean had(long millis) throws InterruptedException {
            boolean had = false;
            try {
                had = among.take(millis);
                return had;
            } finally {
                if (!had) {
                    within.unlock();
                }
            }
        }

        @Override
        public void unlock() {
            within.requireOwner();
            try {
                among.give();
            } finally {
                within.unlock();
            }
        }

        @Override
        public Condition newCondition() {
            throw new UnsupportedOperationException("cluster locks have no conditions");
        }
    }
}
