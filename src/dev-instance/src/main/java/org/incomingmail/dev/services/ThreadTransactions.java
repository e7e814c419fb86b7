package org.incomingmail.dev.services;

import com.atlassian.sal.api.transaction.TransactionCallback;
import com.atlassian.sal.api.transaction.TransactionTemplate;

/** The host's transactions, for apps. */
final class ThreadTransactions implements TransactionTemplate {
    private final Database database;

    ThreadTransactions(Database database) {
        this.database = database;
    }

    @Override
    public <T> T execute(TransactionCallback<T> action) {
        return database.inTransaction(action::doInTransaction);
    }
}
