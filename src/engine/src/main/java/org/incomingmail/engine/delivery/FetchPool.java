package org.incomingmail.engine.delivery;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.incomingmail.engine.server.MailServerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The app's own threads: bounded, named, each mailbox at most once in line. */
final class FetchPool implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FetchPool.class);
    private static final long GOODBYE_SECONDS = 20;
    private final Set<MailServerId> inLine = ConcurrentHashMap.newKeySet();
    private final Map<MailServerId, Runnable> again = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads;

    FetchPool(int size) {
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(size, size, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "incoming-mail-" + number.incrementAndGet());
            thread.setDaemon(true);
            // threads of a pool would otherwise keep whatever loader the first caller had
            thread.setContextClassLoader(FetchPool.class.getClassLoader());
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Likewise; when it is in line already, once more afterwards: a check that runs may be past what there is to see. */
    void submitAgain(MailServerId mailbox, Runnable check) {
        if (inLine.contains(mailbox)) {
            again.put(mailbox, check);
        }
        submit(mailbox, check);
    }

    void submit(MailServerId mailbox, Runnable check) {
        if (threads.isShutdown() || !inLine.add(mailbox)) {
            return;
        }
        threads.execute(() -> {
            try {
                check.run();
            } catch (RuntimeException | LinkageError failed) {
                log.error(
                        "{} check of mail server {}: {}", DeliveryCode.CHECK_FAILED.id(), mailbox, InShort.of(failed));
                log.debug("Check failed", failed);
            } finally {
                inLine.remove(mailbox);
                Runnable once = again.remove(mailbox);
                if (once != null) {
                    submit(mailbox, once);
                }
            }
        });
    }

    /** Ends the checks between two messages and waits for them; an outcome that is not committed is taken up again. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                log.warn("Checks of mail servers did not end within {} seconds", GOODBYE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
