package org.incomingmail.engine.push;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.incomingmail.engine.connection.CredentialSource;
import org.incomingmail.engine.connection.Mailboxes;
import org.incomingmail.engine.mailbox.Idling;
import org.jspecify.annotations.Nullable;

/** Does what takes its time, on a few threads: opens connections, reads what was said, renews. */
final class PushWork implements AutoCloseable {
    private static final int THREADS = 4;
    private static final long GOODBYE_SECONDS = 10;

    private final Mailboxes mailboxes;
    private final CredentialSource credentials;
    private final Runnable done;
    private final Queue<Outcome> finished = new ConcurrentLinkedQueue<>();
    private final ThreadPoolExecutor threads;

    /**
     * How it went.
     *
     * @param idling the connection; null when there is none any more, or the mail server has no IDLE
     * @param news mail may have arrived
     */
    record Outcome(Watched watched, @Nullable Idling idling, boolean news, Optional<Exception> failure) {}

    /** @param done told from other threads that there is an outcome */
    PushWork(Mailboxes mailboxes, CredentialSource credentials, Runnable done) {
        this.mailboxes = mailboxes;
        this.credentials = credentials;
        this.done = done;
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "incoming-mail-push-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(PushWork.class.getClassLoader());
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Mail may have come while nobody listened: opening is news. */
    void open(Watched watched) {
        submit(watched, () -> {
            Optional<Idling> opened = mailboxes.idle(watched.server, credentials);
            return new Outcome(watched, opened.orElse(null), opened.isPresent(), Optional.empty());
        });
    }

    void hear(Watched watched, Idling idling) {
        submit(watched, () -> new Outcome(watched, idling, idling.heard(), Optional.empty()));
    }

    void renew(Watched watched, Idling idling) {
        submit(watched, () -> new Outcome(watched, idling, idling.renew(), Optional.empty()));
    }

    private void submit(Watched watched, Callable<Outcome> step) {
        watched.atWork = true;
        try {
            threads.execute(() -> {
                finished.add(attempt(watched, step));
                done.run();
            });
        } catch (RejectedExecutionException goingDown) {
            watched.atWork = false;
        }
    }

    private static Outcome attempt(Watched watched, Callable<Outcome> step) {
        try {
            return step.call();
        } catch (Exception failed) {
            return new Outcome(watched, null, false, Optional.of(failed));
        } catch (LinkageError | StackOverflowError broken) {
            return new Outcome(watched, null, false, Optional.of(new IllegalStateException(broken)));
        }
    }

    @Nullable
    Outcome finished() {
        return finished.poll();
    }

    /** What is being opened is closed as soon as it is open. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Outcome late = finished(); late != null; late = finished()) {
            if (late.idling() != null) {
                late.idling().close();
            }
        }
    }
}
