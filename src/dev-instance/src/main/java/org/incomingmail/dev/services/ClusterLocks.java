package org.incomingmail.dev.services;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Locks of all instances on one PostgreSQL: its advisory locks, each held by a connection of its own. When a node dies its
 * connections end, and with them its locks.
 */
final class ClusterLocks extends NodeFirstLocks {
    private static final String LOCK_TIMED_OUT = "55P03";
    private final DataSource connections;

    /** @param connections gives new connections, outside of every transaction */
    ClusterLocks(DataSource connections) {
        this.connections = connections;
    }

    @Override
    protected Shared shared(String name) {
        return new HeldByConnection(name);
    }

    private final class HeldByConnection implements Shared {
        private final String name;
        private volatile @Nullable Connection holder;

        HeldByConnection(String name) {
            this.name = name;
        }

        @Override
        public boolean take(long millis) {
            try {
                holder = acquired(millis);
                return holder != null;
            } catch (SQLException e) {
                throw new IllegalStateException("The database can not be asked for a lock", e);
            }
        }

        private @Nullable Connection acquired(long millis) throws SQLException {
            Connection connection = connections.getConnection();
            boolean kept = false;
            try (Statement limit = connection.createStatement();
                    PreparedStatement ask =
                            connection.prepareStatement("select pg_advisory_lock(hashtextextended(?, 0))")) {
                // for PostgreSQL 0 is no limit
                limit.execute("set lock_timeout = " + (millis == FOREVER ? 0 : Math.max(1, millis)));
                ask.setString(1, name);
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
        public void give() {
            Connection connection = holder;
            holder = null;
            try {
                if (connection != null) {
                    connection.close(); // ends the session, and with it the lock
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The lock's connection does not close", e);
            }
        }
    }
}
