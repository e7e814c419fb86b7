package org.incomingmail.engine.connection.wire;

import java.net.IDN;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks up host names in bounded time; the system's resolver knows no time limit, so it runs in threads of its own. */
public final class Resolver implements AutoCloseable {
    private final ThreadPoolExecutor threads;

    public Resolver() {
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(4, 4, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(100), task -> {
            Thread thread = new Thread(task, "incoming-mail-dns-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    /** The addresses of a host, in the resolver's order. */
    public List<InetAddress> resolve(String hostname, Duration atMost)
            throws UnknownHostException, SocketTimeoutException, CancelledException {
        Future<InetAddress[]> answer =
                threads.submit(() -> InetAddress.getAllByName(IDN.toASCII(hostname, IDN.ALLOW_UNASSIGNED)));
        try {
            return List.of(answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failed) {
            UnknownHostException unknown = new UnknownHostException(hostname);
            unknown.initCause(failed.getCause());
            throw unknown;
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new SocketTimeoutException("looking up " + hostname + " timed out");
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
