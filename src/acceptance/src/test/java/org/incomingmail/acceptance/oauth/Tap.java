package org.incomingmail.acceptance.oauth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line to a server on this machine that can be cut, and that remembers what was said on it. */
final class Tap implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<ByteArrayOutputStream> asked = new CopyOnWriteArrayList<>();
    private final List<ByteArrayOutputStream> answered = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    private Tap(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
        thread("tap", this::accept);
    }

    /** A tap on a free port before the server's own. */
    static Tap before(int target) {
        try {
            return new Tap(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Breaks every connection and lets none through. */
    void cut() {
        cut = true;
        open.forEach(Tap::shut);
    }

    void mend() {
        cut = false;
    }

    /** Everything that clients sent so far, connection by connection. */
    List<String> asked() {
        return text(asked);
    }

    /** Everything that the server sent so far, connection by connection. */
    List<String> answered() {
        return text(answered);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (cut) {
                    shut(client);
                } else {
                    connect(client);
                }
            } catch (IOException closed) {
                // the test is over
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(InetAddress.getByName("127.0.0.1"), target);
            open.add(client);
            open.add(server);
            thread("tap-asks", () -> relay(client, server, remembered(asked)));
            thread("tap-answers", () -> relay(server, client, remembered(answered)));
            if (cut) {
                open.forEach(Tap::shut);
            }
        } catch (IOException notThere) {
            shut(client);
        }
    }

    private void relay(Socket from, Socket to, ByteArrayOutputStream memory) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[8192];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                memory.write(bytes, 0, count);
                out.write(bytes, 0, count);
            }
        } catch (IOException broken) {
            // one side went away: so does the other
        } finally {
            shut(from);
            shut(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static ByteArrayOutputStream remembered(List<ByteArrayOutputStream> list) {
        ByteArrayOutputStream memory = new ByteArrayOutputStream();
        list.add(memory);
        return memory;
    }

    private static List<String> text(List<ByteArrayOutputStream> memories) {
        return memories.stream()
                .map(memory -> memory.toString(StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
