package org.incomingmail.dev.services;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that waits for the thread's transaction to commit. It runs when the transaction is over altogether, so that it
 * can start its own, and its failure never looks like a failure of what is committed already.
 */
final class AfterCommit {
    private static final Logger LOG = LoggerFactory.getLogger(AfterCommit.class);
    private final ThreadLocal<@Nullable List<Runnable>> waiting = new ThreadLocal<>();

    boolean isCollecting() {
        return waiting.get() != null;
    }

    /** Runs a whole transaction, then what it left to do; nothing of that if the transaction threw. */
    <T> T collect(Supplier<T> transaction) {
        List<Runnable> later = new ArrayList<>();
        waiting.set(later);
        T result;
        try {
            result = transaction.get();
        } finally {
            waiting.remove();
        }
        later.forEach(AfterCommit::runSafely);
        return result;
    }

    void add(Runnable work) {
        List<Runnable> later = waiting.get();
        if (later == null) {
            work.run();
        } else {
            later.add(work);
        }
    }

    private static void runSafely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("What had to follow a commit failed; what was committed stays", e);
        }
    }
}
