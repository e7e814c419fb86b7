package org.incomingmail.engine.mailbox.pop3;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.incomingmail.engine.connection.wire.ProtocolViolationException;
import org.jspecify.annotations.Nullable;

/** A message as it comes by RETR: ends at a line with a single dot; a dot at the start of a line is doubled. */
final class DotStuffedInput extends InputStream {
    private final UnlockedBuffer in;
    private boolean lineStart = true;
    private boolean ended;
    private int heldBack = -1;

    @Nullable
    private IOException failure;

    DotStuffedInput(UnlockedBuffer in) {
        this.in = in;
    }

    /** The connection failed while reading: the reader may have taken that for its own trouble. */
    void throwFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** Reads what the reader left, up to a limit beyond which the connection is not worth keeping. */
    void finish(long atMost) throws IOException {
        long left = atMost;
        while (read() >= 0) {
            if (left-- <= 0) {
                throw new ProtocolViolationException("a message longer than announced");
            }
        }
    }

    @Override
    public int read() throws IOException {
        throwFailure();
        try {
            return next();
        } catch (IOException lost) {
            failure = lost;
            throw lost;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        throwFailure();
        int count = 0;
        try {
            while (count < length) {
                int next = next();
                if (next < 0) {
                    return count == 0 ? -1 : count;
                }
                bytes[offset + count++] = (byte) next;
            }
            return count;
        } catch (IOException lost) {
            failure = lost;
            throw lost;
        }
    }

    private int next() throws IOException {
        if (ended) {
            return -1;
        }
        if (heldBack >= 0) {
            int byteHeld = heldBack;
            heldBack = -1;
            lineStart = byteHeld == '\n';
            return byteHeld;
        }
        int next = need();
        if (lineStart && next == '.') {
            next = need();
            if (next == '\n') {
                ended = true;
                return -1;
            }
            if (next == '\r') {
                int after = need();
                if (after == '\n') {
                    ended = true;
                    return -1;
                }
                heldBack = after;
            }
        }
        lineStart = next == '\n';
        return next;
    }

    private int need() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException("Connection dropped by server");
        }
        return next;
    }
}
