package org.incomingmail.engine.connection.wire;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/**
 * A socket whose reads obey {@link Patience}. It lies below TLS, so a handshake is bounded as well. Writes need no
 * clock: what we write before reading an answer always fits the send buffer.
 */
final class PatientSocket extends Socket {
    private final Patience patience;

    PatientSocket(Patience patience) {
        this.patience = patience;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new PatientInput(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                patience.asked();
                out.write(bytes, offset, length);
            }
        };
    }

    private final class PatientInput extends FilterInputStream {
        PatientInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            long start = System.nanoTime();
            while (true) {
                PatientSocket.this.setSoTimeout(patience.nextWait(System.nanoTime() - start));
                try {
                    int count = super.read(bytes, offset, length);
                    patience.received(Math.max(0, count), System.nanoTime() - start);
                    return count;
                } catch (SocketTimeoutException slice) {
                    // the next look decides whether to go on
                }
            }
        }
    }
}
