package org.incomingmail.dev.applinks;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Locks that every node of a test's cluster shares. */
final class SharedLocks implements ClusterLockService {
    private final Map<String, ClusterLock> locks = new ConcurrentHashMap<>();

    @Override
    public ClusterLock getLockForName(String lockName) {
        return locks.computeIfAbsent(lockName, name -> new Held());
    }

    int waiting() {
        return locks.values().stream()
                .mapToInt(lock -> ((Held) lock).getQueueLength())
                .sum();
    }

    private static final class Held extends ReentrantLock implements ClusterLock {
        private static final long serialVersionUID = 1L;
    }
}
