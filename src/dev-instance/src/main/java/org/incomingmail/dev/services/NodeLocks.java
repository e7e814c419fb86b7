package org.incomingmail.dev.services;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/** Locks by name within this node; not reentrant, as the cluster's are not. */
final class NodeLocks implements ClusterLockService {
    private final ConcurrentMap<String, NodeLock> locks = new ConcurrentHashMap<>();

    @Override
    public NodeLock getLockForName(String lockName) {
        return locks.computeIfAbsent(lockName, name -> new NodeLock());
    }

    static final class NodeLock implements ClusterLock {
        private final Semaphore permit = new Semaphore(1, true);
        private volatile @Nullable Thread owner;

        @Override
        public void lock() {
            permit.acquireUninterruptibly();
            owner = Thread.currentThread();
        }

        @Override
        public void lockInterruptibly() throws InterruptedException {
            permit.acquire();
            owner = Thread.currentThread();
        }

        @Override
        public boolean tryLock() {
            return owned(permit.tryAcquire());
        }

        @Override
        public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
            return owned(permit.tryAcquire(time, unit));
        }

        private boolean owned(boolean acquired) {
            if (acquired) {
                owner = Thread.currentThread();
            }
            return acquired;
        }

        /** Else a second unlock would let two holders in. */
        void requireOwner() {
            if (owner != Thread.currentThread()) {
                throw new IllegalMonitorStateException("this thread does not hold the lock");
            }
        }

        @Override
        public void unlock() {
            requireOwner();
            owner = null;
            permit.release();
        }

        @Override
        public Condition newCondition() {
            throw new UnsupportedOperationException("cluster locks have no conditions");
        }
    }
}
