package org.incomingmail.dev.content;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.incomingmail.dev.services.Database;
import org.jdbi.v3.core.Jdbi;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The contract of the house's database on Spring's transactions, with this room's migrations. */
final class TestDatabase implements Database {

    private final DataSource dataSource;
    private final TransactionTemplate transactions;
    private final Jdbi jdbi;
    private final Dialect dialect;

    TestDatabase(DataSource real, Dialect dialect) {
        Flyway.configure()
                .dataSource(real)
                .locations("classpath:db/migration/common")
                .load()
                .migrate();
        this.dialect = dialect;
        this.dataSource = new TransactionAwareDataSourceProxy(real);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(real));
        this.jdbi = Jdbi.create(dataSource);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    @SuppressWarnings("NullAway") // the template hands through what the work answers
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    @Override
    public void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    @Override
    public void close() {}
}
