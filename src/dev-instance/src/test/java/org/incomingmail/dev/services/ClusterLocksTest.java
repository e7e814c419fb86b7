package org.incomingmail.dev.services;

import com.atlassian.beehive.ClusterLockService;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Two nodes on one PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ClusterLocksTest implements ClusterLocksContract {
    private EmbeddedPostgres postgres;
    private ClusterLockService one;
    private ClusterLockService other;

    @BeforeAll
    void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        Optional<String> url = Optional.of(postgres.getJdbcUrl("postgres", "postgres"));
        one = Locks.of(url);
        other = Locks.of(url);
    }

    @AfterAll
    void stop() throws Exception {
        postgres.close();
    }

    @Override
    public ClusterLockService one() {
        return one;
    }

    @Override
    public ClusterLockService other() {
        return other;
    }

    @Override
    public void killOne() throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement kill = connection.createStatement()) {
            // what becomes of a process's connections when it dies
            kill.execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted");
        }
    }
}
