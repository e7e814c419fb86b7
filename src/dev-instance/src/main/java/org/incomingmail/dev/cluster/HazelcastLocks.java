package org.incomingmail.dev.cluster;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.hazelcast.map.IMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.incomingmail.dev.services.Locks;

/**
 * Locks by name among all nodes: a key of a map is locked, and free again when the node that locked it dies. Within the
 * node another lock comes first, as the map's are reentrant and the host's must not be taken to be.
 */
final class HazelcastLocks implements ClusterLockService {
    private final IMap<String, String> keys;
    private final ClusterLockService node = Locks.ofNode();
    private final ConcurrentMap<String, ClusterLock> locks = new ConcurrentHashMap<>();

    HazelcastLocks(IMap<String, String> keys) {
        this.keys = keys;
    }

    @Override
    public ClusterLock getLockForName(String lockName) {
        return locks.computeIfAbsent(lockName, name -> new LockedKey(name, node.getLockForName(name)));
    }

    private final class LockedKey implements ClusterLock {
        private final String name;
        private final Lock within;

        LockedKey(String name, Lock within) {
            this.name = name;
            this.within = within;
        }

        @Override
        public void lock() {
            within.lock();
            boolean had = false;
            try {
                keys.lock(name);
                had = true;
            } finally {
                release(had);
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
            if (!within.tryLock()) {
                return false;
            }
            boolean had = false;
            try {
                had = keys.tryLock(name);
            } finally {
                release(had);
            }
            return had;
        }

        @Override
        public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
            long end = System.nanoTime() + unit.toNanos(time);
            if (!within.tryLock(time, unit)) {
                return false;
            }
            boolean had = false;
            try {
                had = keys.tryLock(name, Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } finally {
                release(had);
            }
            return had;
        }

        private void release(boolean had) {
            if (!had) {
                within.unlock();
            }
        }

        /** The map refuses, as the node's lock does, when the calling thread does not hold it. */
        @Override
        public void unlock() {
            try {
                keys.unlock(name);
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
