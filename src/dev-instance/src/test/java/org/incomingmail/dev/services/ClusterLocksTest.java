package org.incomingmail.dev.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.beehive.ClusterLockService;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two nodes on one PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ClusterLocksTest {
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

    @Test
    void whatOneNodeHoldsTheOtherGetsWhenItIsLetGo() throws Exception {
        assertThat(one.getLockForName("mailbox").tryLock()).isTrue();
        assertThat(other.getLockForName("mailbox").tryLock()).isFalse();
        assertThat(other.getLockForName("mailbox").tryLock(50, TimeUnit.MILLISECONDS))
                .isFalse();
        assertThat(other.getLockForName("another").tryLock()).isTrue();
        other.getLockForName("another").unlock();

        one.getLockForName("mailbox").unlock();
        assertThat(other.getLockForName("mailbox").tryLock(10, TimeUnit.SECONDS))
                .isTrue();
        other.getLockForName("mailbox").unlock();
    }

    @Test
    void onlyTheHolderLetsGo() {
        one.getLockForName("mine").lock();
        assertThatThrownBy(() -> other.getLockForName("mine").unlock())
                .isInstanceOf(IllegalMonitorStateException.class);
        assertThat(other.getLockForName("mine").tryLock()).isFalse();
        one.getLockForName("mine").unlock();
    }

    @Test
    void whatADeadNodeHeldIsFree() throws Exception {
        one.getLockForName("orphan").lock();
        assertThat(other.getLockForName("orphan").tryLock()).isFalse();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement kill = connection.createStatement()) {
            // what becomes of a process's connections when it dies
            kill.execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted");
        }
        assertThat(other.getLockForName("orphan").tryLock(20, TimeUnit.SECONDS)).isTrue();
        other.getLockForName("orphan").unlock();
    }
}
