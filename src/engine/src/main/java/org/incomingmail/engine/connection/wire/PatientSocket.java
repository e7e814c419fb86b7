package org.incomingmail.engine.connection.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

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
        return new PatientInput(this, super.getInputStream(), patience);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new PatientOutput(super.getOutputStream(), patience);
    }
}
