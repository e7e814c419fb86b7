package org.incomingmail.dev.services;

import com.atlassian.beehive.ClusterLockService;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** The locks of an instance: shared with every other instance on the same PostgreSQL, its own on HSQLDB. */
public final class Locks {
    private Locks() {}

    /** @param jdbcUrl of PostgreSQL, or empty for HSQLDB, which nobody else can open */
    public static ClusterLockService of(Optional<String> jdbcUrl) {
        return jdbcUrl.map(Locks::shared).orElseGet(Locks::ofNode);
    }

    /** Locks within this process. */
    public static ClusterLockService ofNode() {
        return new NodeLocks();
    }

    private static ClusterLockService shared(String jdbcUrl) {
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl(jdbcUrl);
        connections.setApplicationName("locks");
        return new ClusterLocks(connections);
    }
}
