package org.incomingmail.engine.mailserver;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;

/** Hands raw mails to a server by LMTP (RFC 2033). */
record LmtpClient(int port) {

    void deliver(String user, Stream<byte[]> mails) {
        try (Socket socket = new Socket("127.0.0.1", port);
                InputStream in = new BufferedInputStream(socket.getInputStream());
                OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16)) {
            socket.setSoTimeout(60_000);
            expect(in, "220");
            say(out, "LHLO test");
            expect(in, "250");
            for (Iterator<byte[]> each = mails.iterator(); each.hasNext(); ) {
                say(out, "MAIL FROM:<sender@example.test>\r\nRCPT TO:<" + user + ">\r\nDATA");
                expect(in, "250");
                expect(in, "250");
                expect(in, "354");
                writeStuffed(out, each.next());
                say(out, ".");
                expect(in, "250");
            }
            say(out, "QUIT");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void writeStuffed(OutputStream out, byte[] mail) throws IOException {
        int previous = '\n';
        for (byte b : mail) {
            if (previous == '\n' && b == '.') {
                out.write('.');
            }
            out.write(b);
            previous = b;
        }
        if (previous != '\n') {
            out.write('\r');
            out.write('\n');
        }
    }

    private static void say(OutputStream out, String command) throws IOException {
        out.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void expect(InputStream in, String code) throws IOException {
        StringBuilder line = new StringBuilder();
        do {
            line.setLength(0);
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("LMTP connection closed");
                }
                line.append((char) c);
            }
        } while (line.length() > 3 && line.charAt(3) == '-');
        if (!line.toString().startsWith(code)) {
            throw new IOException("LMTP server said: " + line);
        }
    }
}
