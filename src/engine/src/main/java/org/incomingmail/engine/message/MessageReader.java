package org.incomingmail.engine.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Reads raw mail. Holds no more than the headers and the text of a message in memory: attachments are measured while
 * they stream by, and decoded again from the raw message when they are opened. Thread-safe.
 */
public final class MessageReader {
    /** Most messages are read at once instead of twice. */
    private static final int SMALL = 128 * 1024;

    private final ReadingLimits limits;

    public MessageReader() {
        this(ReadingLimits.defaults());
    }

    public MessageReader(ReadingLimits limits) {
        this.limits = limits;
    }

    /** Reads a message from its file, which must stay as long as attachments are to be opened. */
    public IncomingMessage read(Path file) throws IOException {
        return read(RawMessage.of(file));
    }

    /** Reads any bytes as a message; throws only when the bytes themselves cannot be read. */
    public IncomingMessage read(RawMessage raw) throws IOException {
        byte[] start;
        try (InputStream stream = raw.open()) {
            start = stream.readNBytes(SMALL + 1);
        }
        RawMessage fromMemory = () -> new ByteArrayInputStream(start);
        return new MessageWalk(start.length > SMALL ? raw : fromMemory, raw, limits).walk();
    }
}
