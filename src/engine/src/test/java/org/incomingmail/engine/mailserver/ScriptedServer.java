package org.incomingmail.engine.mailserver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server that follows a script, however badly, and remembers what it was told. */
public final class ScriptedServer implements AutoCloseable {

    /** What to do with each connection. */
    public interface Script {
        void play(Conversation with) throws IOException;
    }

    private final ServerSocket listener;
    private final Thread thread;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private ScriptedServer(ServerSocket listener, Script script) {
        this.listener = listener;
        thread = new Thread(() -> serve(script), "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    public static ScriptedServer plain(Script script) throws IOException {
        return new ScriptedServer(
                ServerSocketFactory.getDefault().createServerSocket(0, 5, InetAddress.getByName("127.0.0.1")), script);
    }

    /** With TLS from the first byte and the certificate in a PKCS #12 key store, password changeit. */
    public static ScriptedServer tls(Path keyStore, Script script) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(keyStore)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return new ScriptedServer(
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getByName("127.0.0.1")), script);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** How many connections came so far. */
    public int connections() {
        return open.size();
    }

    /** Every line that clients sent. */
    public List<String> heard() {
        return heard;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void serve(Script script) {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                open.add(socket);
                script.play(new Conversation(socket));
            } catch (IOException ended) {
                // the client went away, or the test is over
            }
        }
    }

    /** One connection. */
    public final class Conversation {
        private final Socket socket;
        private final BufferedReader in;
        private final OutputStream out;

        private Conversation(Socket socket) throws IOException {
            this.socket = socket;
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out = socket.getOutputStream();
        }

        /** Sends text, each line ended by CRLF. */
        public void say(String... lines) throws IOException {
            raw((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
        }

        public void raw(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** The next line of the client. */
        public String hear() throws IOException {
            String line = in.readLine();
            if (line == null) {
                throw new IOException("client left");
            }
            heard.add(line);
            return line;
        }

        /** The next command's tag (IMAP). */
        public String tag() throws IOException {
            return hear().split(" ", 2)[0];
        }

        /** Says nothing more until the client leaves. */
        public void beSilent() throws IOException {
            while (socket.getInputStream().read() >= 0) {
                // whatever
            }
        }

        /** Says the same again and again until the client leaves. */
        public void repeat(String text, int pauseMillis) throws IOException {
            try {
                while (true) {
                    raw(text.getBytes(StandardCharsets.UTF_8));
                    Thread.sleep(pauseMillis);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
