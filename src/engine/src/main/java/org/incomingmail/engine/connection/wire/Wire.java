package org.incomingmail.engine.connection.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.incomingmail.engine.server.Endpoint;
import org.jspecify.annotations.Nullable;

/** A connection to a mail server, plain at first, TLS when asked for. */
public final class Wire implements Closeable {
    private final Endpoint endpoint;
    private final Transcript transcript;
    private Socket socket;
    private boolean secure;

    private Wire(Endpoint endpoint, Transcript transcript, Socket socket) {
        this.endpoint = endpoint;
        this.transcript = transcript;
        this.socket = socket;
    }

    /** Makes a connection. */
    @FunctionalInterface
    public interface Connector {
        Wire connect(Endpoint endpoint, List<InetAddress> addresses, Patience patience, Transcript transcript)
                throws IOException;
    }

    /** Connects to the first address that answers. */
    public static Wire connect(Endpoint endpoint, List<InetAddress> addresses, Patience patience, Transcript transcript)
            throws IOException {
        return connect(endpoint, addresses, patience, transcript, () -> new PatientSocket(patience));
    }

    /** Likewise, so that a selector can watch it: {@link #channel()}. */
    public static Wire connectWatchable(
            Endpoint endpoint, List<InetAddress> addresses, Patience patience, Transcript transcript)
            throws IOException {
        return connect(endpoint, addresses, patience, transcript, () -> new WatchableSocket(patience));
    }

    private interface Sockets {
        Socket make() throws IOException;
    }

    private static Wire connect(
            Endpoint endpoint, List<InetAddress> addresses, Patience patience, Transcript transcript, Sockets sockets)
            throws IOException {
        IOException failed = new IOException("no address");
        for (InetAddress address : addresses.subList(0, Math.min(4, addresses.size()))) {
            patience.nextWait(0);
            Socket socket = sockets.make();
            try {
                Duration wait = patience.atMost(endpoint.connectTimeout());
                socket.connect(new InetSocketAddress(address, endpoint.port()), (int) wait.toMillis());
                patience.asked();
                socket.setTcpNoDelay(true);
                socket.setKeepAlive(true);
                transcript.note("connected to " + address.getHostAddress() + ":" + endpoint.port());
                return new Wire(endpoint, transcript, socket);
            } catch (IOException unreachable) {
                socket.close();
                failed = unreachable;
            }
        }
        throw failed;
    }

    /** Turns the connection into TLS. Streams taken before must not be used any more. */
    public TlsDetails secure(Tls tls) throws IOException {
        var encrypted = tls.handshake(socket, endpoint.hostname(), endpoint.port());
        socket = encrypted;
        secure = true;
        TlsDetails details = tls.details(encrypted);
        transcript.note("TLS " + details.version() + " " + details.cipher());
        return details;
    }

    /** What a selector can watch, in blocking mode; null unless the connection was made watchable. */
    public @Nullable SocketChannel channel() {
        return socket.getChannel();
    }

    public boolean isSecure() {
        return secure;
    }

    public InputStream in() throws IOException {
        return socket.getInputStream();
    }

    public OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    /** Sends a line and shows it in the transcript as given. */
    public void send(String line, String shown) throws IOException {
        transcript.client(shown);
        OutputStream out = out();
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    public Transcript transcript() {
        return transcript;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // it is closed either way
        }
    }
}
