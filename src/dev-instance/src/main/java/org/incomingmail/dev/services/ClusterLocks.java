package org.incomingmail.dev.services;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Locks by name among all instances on one PostgreSQL: its advisory locks, each held by a connection of its own. When a
 * node dies its connections end, and with them its locks. Within the node {@link NodeLocks} come first, so that only one
 * thread of a node waits at the database for a lock.
 */
final class ClusterLocks implements ClusterLockService {
    private static final String LOCK_TIMED_OUT = "55P03";
    private final NodeLocks node = new NodeLocks();
    private final ConcurrentMap<String, ClusterLock> locks = new ConcurrentHashMap<>();
    private final DataSource connections;

    /** @param connections gives new connections, outside of every transaction */
    ClusterLocks(DataSource connections) {
        this.connections = connections;
    }

    @Override
    public ClusterLock getLockForName(String lockName) {
        return locks.computeIfAbsent(lockName, name -> new HeldByConnection(key(name), node.getLockForName(name)));
    }

    private static long key(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private final class HeldByConnection implements ClusterLock {
        private final long key;
        private final NodeLocks.NodeLock within;
        private volatile @Nullable Connection holder;

        HeldByConnection(long key, NodeLocks.NodeLock within) {
            this.key = key;
            this.within = within;
        }

        @Override
        public void lock() {
            within.lock();
            if (!locked(0)) {
                throw new IllegalStateException("The database did not give the lock");
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
            return within.tryLock() && locked(1);
        }

        @Override
        public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
            long end = System.nanoTime() + unit.toNanos(time);
            if (!within.tryLock(time, unit)) {
                return false;
            }
            return locked(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        }

        /**
         * Lets go of the node's lock when the database's is not had.
         *
         * @param millis longest wait; 0 for no end
         */
        private boolean locked(long millis) {
            boolean had = false;
            try {
                holder = acquired(millis);
                had = holder != null;
                return had;
            } catch (SQLException e) {
                throw new IllegalStateException("The database can not be asked for a lock", e);
            } finally {
                if (!had) {
                    within.unlock();
                }
            }
        }

        private @Nullable Connection acquired(long millis) throws SQLException {
            Connection connection = connections.getConnection();
            boolean kept = false;
            try (Statement limit = connection.createStatement();
                    PreparedStatement ask = connection.prepareStatement("select pg_advisory_lock(?)")) {
                limit.execute("set lock_timeout = " + millis);
                ask.setLong(1, key);
                ask.execute();
                kept = true;
                return connection;
            } catch (SQLException e) {
                if (LOCK_TIMED_OUT.equals(e.getSQLState())) {
                    return null;
                }
                throw e;
            } finally {
                if (!kept) {
                    connection.close();
                }
            }
        }

        @Override
        public void unlock() {
            Connection connection = holder;
            within.requireOwner();
            holder = null;
            try {
                if (connection != null) {
                    connection.close(); // ends the session, and with it the lock
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The lock's connection does not close", e);
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
