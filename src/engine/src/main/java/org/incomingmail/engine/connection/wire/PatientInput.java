package org.incomingmail.engine.connection.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Reads from a socket for as long as there is {@link Patience}. */
final class PatientInput extends FilterInputStream {
    private final Socket socket;
    private final Patience patience;

    PatientInput(Socket socket, InputStream in, Patience patience) {
        super(in);
        this.socket = socket;
        this.patience = patience;
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
            socket.setSoTimeout(patience.nextWait(System.nanoTime() - start));
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
