package org.incomingmail.engine.mailserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One connection through the {@link FaultProxy}. */
final class Passing {
    private static final int DRIP_MILLIS = 500;
    private final Socket client;
    private final Socket server;
    private final Fault fault;
    private final StringBuilder unfinished = new StringBuilder();
    private final AtomicLong toClient = new AtomicLong();
    private final AtomicLong toServer = new AtomicLong();

    Passing(Socket client, Socket server, Fault fault) throws IOException {
        this.client = client;
        this.server = server;
        this.fault = fault;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    long passed(Fault.Towards towards) {
        return (towards == Fault.Towards.CLIENT ? toClient : toServer).get();
    }

    void pump(Fault.Towards towards) {
        boolean back = towards == Fault.Towards.CLIENT;
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = (back ? server : client).getInputStream();
            OutputStream out = (back ? client : server).getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                Function<String, @Nullable String> lines = fault.lines();
                if (back && lines != null) {
                    out.write(rewritten(new String(buffer, 0, n, StandardCharsets.ISO_8859_1), lines));
                } else {
                    pass(buffer, n, towards, out);
                }
            }
            (back ? client : server).shutdownOutput();
        } catch (IOException ended) {
            drop();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(byte[] bytes, int length, Fault.Towards towards, OutputStream out)
            throws IOException, InterruptedException {
        long left = fault.towards() == towards ? fault.after() - passed(towards) : Long.MAX_VALUE;
        if (length <= left) {
            out.write(bytes, 0, length);
            count(towards, length);
            return;
        }
        int sound = (int) Math.max(0, left);
        out.write(bytes, 0, sound);
        count(towards, sound);
        switch (fault.kind()) {
            case NONE -> throw new IllegalStateException("nothing was to happen");
            case CUT -> cut();
            case RESET -> reset();
            case STALL -> Thread.sleep(Long.MAX_VALUE);
            case DRIP -> drip(bytes, sound, length, towards, out);
            case GARBLE -> {
                if (left >= 0) {
                    bytes[sound] ^= 0x21;
                }
                out.write(bytes, sound, length - sound);
                count(towards, length - sound);
            }
        }
    }

    private void drip(byte[] bytes, int from, int to, Fault.Towards towards, OutputStream out)
            throws IOException, InterruptedException {
        for (int i = from; i < to; i++) {
            out.write(bytes, i, 1);
            count(towards, 1);
            Thread.sleep(DRIP_MILLIS);
        }
    }

    /** The client still reads what passed, then the end; what it says afterwards is heard by nobody. */
    private void cut() throws IOException {
        client.shutdownOutput();
        server.close();
        throw new IOException("cut");
    }

    private void reset() throws IOException {
        client.setSoLinger(true, 0);
        server.setSoLinger(true, 0);
        drop();
        throw new IOException("reset");
    }

    private byte[] rewritten(String text, Function<String, @Nullable String> lines) {
        unfinished.append(text);
        StringBuilder out = new StringBuilder();
        for (int end = unfinished.indexOf("\r\n"); end >= 0; end = unfinished.indexOf("\r\n")) {
            String line = lines.apply(unfinished.substring(0, end));
            unfinished.delete(0, end + 2);
            out.append(line == null ? "" : line + "\r\n");
        }
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void count(Fault.Towards towards, int bytes) {
        (towards == Fault.Towards.CLIENT ? toClient : toServer).addAndGet(bytes);
    }

    void drop() {
        try {
            client.close();
            server.close();
        } catch (IOException gone) {
            // closed either way
        }
    }
}
