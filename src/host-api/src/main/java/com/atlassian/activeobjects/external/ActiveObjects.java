package com.atlassian.activeobjects.external;

import com.atlassian.sal.api.transaction.TransactionCallback;
import net.java.ao.DBParam;
import net.java.ao.EntityStreamCallback;
import net.java.ao.Query;
import net.java.ao.RawEntity;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;
import org.jspecify.annotations.Nullable;

/** Entities of the app in the host database; each call joins the transaction of its thread. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public interface ActiveObjects {
    <T extends RawEntity<K>, K> T create(Class<T> type, DBParam... params);

    @Unconfirmed
    <T extends RawEntity<K>, K> @Nullable T get(Class<T> type, K key);

    <T extends RawEntity<K>, K> T[] find(Class<T> type, Query query);

    <T extends RawEntity<K>, K> T[] find(Class<T> type, String criteria, Object... parameters);

    @Unconfirmed
    <T extends RawEntity<K>, K> T[] find(Class<T> type);

    <K> int deleteWithSQL(Class<? extends RawEntity<K>> type, String criteria, Object... parameters);

    @Unconfirmed
    void delete(RawEntity<?>... entities);

    @Unconfirmed
    <K> int count(Class<? extends RawEntity<K>> type, Query query);

    <K> int count(Class<? extends RawEntity<K>> type, String criteria, Object... parameters);

    @Unconfirmed
    <T extends RawEntity<K>, K> void stream(Class<T> type, Query query, EntityStreamCallback<T, K> callback);

    @Unconfirmed
    <T> T executeInTransaction(TransactionCallback<T> callback);

    @Unconfirmed
    void flushAll();
}
