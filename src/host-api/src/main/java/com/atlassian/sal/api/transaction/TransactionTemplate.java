package com.atlassian.sal.api.transaction;

import org.incomingmail.hostapi.HostType;

/** Runs work in the transaction of this thread, starting one if there is none; a RuntimeException rolls it back. */
@HostType(source = "SAL 2.8 source")
public interface TransactionTemplate {
    <T> T execute(TransactionCallback<T> action);
}
