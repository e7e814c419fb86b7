package org.incomingmail.engine.delivery;

import java.util.concurrent.Callable;

/** Port: the transaction that ledger and wiki share. */
public interface Transactions {

    /** Runs the work and commits; rolls back everything it wrote when it throws anything. */
    <T> T execute(Callable<T> work) throws Exception;
}
