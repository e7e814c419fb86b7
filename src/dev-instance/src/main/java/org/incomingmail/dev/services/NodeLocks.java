package org.incomingmail.dev.services;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** Locks by name within this node; not reentrant, as the cluster's are not. */
final class NodeLocks implements ClusterLockService {
    private final ConcurrentMap<String, ClusterLock> locks = new ConcurrentHashMap<>();

    @Override
    public ClusterLock getLockForName(String lockName) {
        return locks.computeIfAbsent(lockName, name -> new NodeLock());
    }

    private static final class NodeLock implements ClusterLock {
        private final Semaphore permit = new Semaphore(1, true);

        @Override
        public void lock() {
            permit.acquireUninterruptibly();
        }

        @Override
        public void lockInterruptibly() throws InterruptedException {
            permit.acquire();
        }

        @Override
        public boolean tryLock() {
            return permit.tryAcquire();
        }

        @Override
        public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
            return permit.tryAcquire(time, unit);
        }

        @Override
        public void unlock() {
            permit.release();
        }

        @Override
        public Condition newCondition() {
            throw new UnsupportedOperationException("cluster locks have no conditions");
        }
    }
}
