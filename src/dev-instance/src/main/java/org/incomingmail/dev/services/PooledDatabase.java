package org.incomingmail.dev.services;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A connection pool, migrated by Flyway, with Spring's transactions over it. */
final class PooledDatabase implements Database {
    private final HikariDataSource pool;
    private final DataSource shared;
    private final Jdbi jdbi;
    private final TransactionTemplate transactions;
    private final TransactionTemplate ownTransactions;
    private final Dialect dialect;
    private final AfterCommit afterwards = new AfterCommit();
    private final ReadOnce known = new ReadOnce();

    private PooledDatabase(HikariDataSource pool, Dialect dialect) {
        this.pool = pool;
        this.dialect = dialect;
        this.shared = new TransactionAwareDataSourceProxy(pool);
        this.jdbi = Jdbi.create(shared).setSqlLogger(known);
        DataSourceTransactionManager manager = new DataSourceTransactionManager(pool);
        this.transactions = new TransactionTemplate(manager);
        this.ownTransactions = new TransactionTemplate(manager);
        ownTransactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    static Database open(Path home, Optional<String> jdbcUrl) {
        Dialect dialect = jdbcUrl.isPresent() ? Dialect.POSTGRESQL : Dialect.HSQLDB;
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setMaximumPoolSize(20);
        config.setJdbcUrl(jdbcUrl.orElseGet(() -> hsqldb(home)));
        if (dialect == Dialect.HSQLDB) {
            config.setUsername("SA");
            config.setPassword("");
        }
        HikariDataSource pool = new HikariDataSource(config);
        try {
            migrate(pool, dialect);
            return new PooledDatabase(pool, dialect);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /**
     * Every commit is on disk before it returns; readers never wait for writers. The home folder is locked already:
     * HSQLDB's own lock would make whoever comes after a killed instance wait for ten seconds.
     */
    private static String hsqldb(Path home) {
        return "jdbc:hsqldb:file:" + home.resolve("database").resolve("confluence")
                + ";hsqldb.default_table_type=cached;hsqldb.tx=mvcc;hsqldb.write_delay=false;hsqldb.lock_file=false"
                + ";hsqldb.lob_compressed=true;hsqldb.log_size=50;sql.syntax_pgs=true;shutdown=true";
    }

    private static void migrate(DataSource pool, Dialect dialect) {
        Flyway.configure(PooledDatabase.class.getClassLoader())
                .dataSource(pool)
                .locations(
                        "classpath:db/migration/common",
                        "classpath:db/migration/" + dialect.name().toLowerCase(java.util.Locale.ROOT))
                .failOnMissingLocations(false)
                .outOfOrder(true)
                .load()
                .migrate();
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public DataSource dataSource() {
        return shared;
    }

    @Override
    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return afterwards.isCollecting()
                ? run(transactions, work)
                : afterwards.collect(() -> known.during(() -> run(transactions, work)));
    }

    @Override
    public <T> T apart(Supplier<T> work) {
        return known.during(() -> run(ownTransactions, work));
    }

    private static <T> T run(TransactionTemplate transactions, Supplier<T> work) {
        @SuppressWarnings("NullAway") // gives back what the work gave, null only where T allows it
        T result = transactions.execute(status -> work.get());
        return result;
    }

    @Override
    public <T> T once(Object key, Supplier<T> read) {
        return known.read(key, read);
    }

    @Override
    public void afterCommit(Runnable work) {
        afterwards.add(work);
    }

    @Override
    public void close() {
        pool.close();
    }
}
