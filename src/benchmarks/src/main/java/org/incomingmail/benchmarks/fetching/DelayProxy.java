package org.incomingmail.benchmarks.fetching;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Lies between client and server like a distance: whatever passes arrives later. Counts round trips and bytes. */
final class DelayProxy implements Closeable {
    private final ServerSocket door;
    private final int target;
    private final long delayNanos;
    private final AtomicLong roundTrips = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    /** @param roundTripMillis 0 passes everything on at once */
    DelayProxy(int target, int roundTripMillis) throws IOException {
        this.target = target;
        this.delayNanos = TimeUnit.MILLISECONDS.toNanos(roundTripMillis) / 2;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon("proxy", this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How often the client said something after the server had. */
    long roundTrips() {
        return roundTrips.get();
    }

    long bytes() {
        return bytes.get();
    }

    void reset() {
        roundTrips.set(0);
        bytes.set(0);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Conversation conversation = new Conversation();
                pipe(client, server, () -> conversation.said(true));
                pipe(server, client, () -> conversation.said(false));
            } catch (IOException closed) {
                // the next client, or none
            }
        }
    }

    private final class Conversation {
        private boolean client;

        synchronized void said(boolean byClient) {
            if (byClient && !client) {
                roundTrips.incrementAndGet();
            }
            client = byClient;
        }
    }

    private void pipe(Socket from, Socket to, Runnable said) {
        DelayQueue<Chunk> under = new DelayQueue<>();
        daemon("proxy-in", () -> {
            byte[] buffer = new byte[64 * 1024];
            try (InputStream in = from.getInputStream()) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    said.run();
                    bytes.addAndGet(count);
                    under.add(new Chunk(Arrays.copyOf(buffer, count), System.nanoTime() + delayNanos));
                }
            } catch (IOException gone) {
                // told to the other side below
            }
            under.add(new Chunk(new byte[0], System.nanoTime() + delayNanos));
        });
        daemon("proxy-out", () -> {
            try (OutputStream out = to.getOutputStream()) {
                for (Chunk next = under.take(); next.bytes.length > 0; next = under.take()) {
                    out.write(next.bytes);
                }
            } catch (IOException gone) {
                // the client has what it wanted
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private record Chunk(byte[] bytes, long at) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(at, ((Chunk) other).at);
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
