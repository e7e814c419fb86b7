package org.incomingmail.dev.services;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The one database of the instance. Content, plugin settings and Active Objects share one transaction per thread:
 * every connection handed out inside {@link #inTransaction} is the same one, and only its end commits.
 */
public interface Database extends AutoCloseable {

    /** HSQLDB or POSTGRESQL. */
    Dialect dialect();

    /** Transaction-aware: closing a connection inside a transaction gives it back, nothing more. */
    DataSource dataSource();

    /** JDBI over {@link #dataSource()}. */
    Jdbi jdbi();

    /** Runs work in the thread's transaction, starting one if there is none; a RuntimeException rolls it back. */
    <T> T inTransaction(Supplier<T> work);

    /** Runs work in a transaction of its own, whatever the thread is in the middle of: it stays if that rolls back. */
    <T> T apart(Supplier<T> work);

    /**
     * What was read under a key, never null. Within a transaction it is read once, until something changes through
     * {@link #jdbi()}; outside of one it is read each time.
     */
    <T> T once(Object key, Supplier<T> read);

    /** Runs after the current transaction committed, or at once outside of one. */
    void afterCommit(Runnable work);

    @Override
    void close();

    /** Which SQL is spoken. */
    enum Dialect {
        HSQLDB,
        POSTGRESQL
    }
}
