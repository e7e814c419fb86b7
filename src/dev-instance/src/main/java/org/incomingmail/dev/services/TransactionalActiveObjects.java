package org.incomingmail.dev.services;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.transaction.TransactionCallback;
import java.sql.SQLException;
import net.java.ao.ActiveObjectsException;
import net.java.ao.DBParam;
import net.java.ao.EntityManager;
import net.java.ao.EntityStreamCallback;
import net.java.ao.Query;
import net.java.ao.RawEntity;
import org.jspecify.annotations.Nullable;

/** Active Objects in the transaction of the thread. A call outside of one is its own transaction. */
final class TransactionalActiveObjects implements ActiveObjects {
    private final Database database;
    private final EntityManager manager;

    TransactionalActiveObjects(Database database, EntityManager manager) {
        this.database = database;
        this.manager = manager;
    }

    @Override
    public <T extends RawEntity<K>, K> T create(Class<T> type, DBParam... params) {
        return run(() -> manager.create(type, params));
    }

    @Override
    public <T extends RawEntity<K>, K> @Nullable T get(Class<T> type, K key) {
        return run(() -> manager.get(type, key));
    }

    @Override
    public <T extends RawEntity<K>, K> T[] find(Class<T> type, Query query) {
        return run(() -> manager.find(type, query));
    }

    @Override
    public <T extends RawEntity<K>, K> T[] find(Class<T> type, String criteria, Object... parameters) {
        return run(() -> manager.find(type, criteria, parameters));
    }

    @Override
    public <T extends RawEntity<K>, K> T[] find(Class<T> type) {
        return run(() -> manager.find(type));
    }

    @Override
    public <K> int deleteWithSQL(Class<? extends RawEntity<K>> type, String criteria, Object... parameters) {
        return run(() -> manager.deleteWithSQL(type, criteria, parameters));
    }

    @Override
    public void delete(RawEntity<?>... entities) {
        this.<Boolean>run(() -> {
            manager.delete(entities);
            return true;
        });
    }

    @Override
    public <K> int count(Class<? extends RawEntity<K>> type, Query query) {
        return run(() -> manager.count(type, query));
    }

    @Override
    public <K> int count(Class<? extends RawEntity<K>> type, String criteria, Object... parameters) {
        return run(() -> manager.count(type, criteria, parameters));
    }

    @Override
    public <T extends RawEntity<K>, K> void stream(Class<T> type, Query query, EntityStreamCallback<T, K> callback) {
        this.<Boolean>run(() -> {
            manager.stream(type, query, callback);
            return true;
        });
    }

    @Override
    public <T> T executeInTransaction(TransactionCallback<T> callback) {
        return database.inTransaction(callback::doInTransaction);
    }

    @Override
    public void flushAll() {
        manager.flushAll();
    }

    private <T> T run(Work<T> work) {
        return database.inTransaction(() -> {
            try {
                return work.run();
            } catch (SQLException e) {
                throw new ActiveObjectsException(e);
            }
        });
    }

    private interface Work<T> {
        T run() throws SQLException;
    }
}
