package com.atlassian.sal.api.transaction;

import org.incomingmail.hostapi.HostType;

/** Work done in one transaction of the host. */
@HostType(source = "SAL 2.8 source")
public interface TransactionCallback<T> {
    T doInTransaction();
}
