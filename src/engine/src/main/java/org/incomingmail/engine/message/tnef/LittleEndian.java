package org.incomingmail.engine.message.tnef;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Numbers and bytes from a stream, knowing where in it they stand. Never holds more than it is asked to. */
final class LittleEndian {
    private final InputStream in;
    private long position;

    LittleEndian(InputStream in) {
        this.in = in;
    }

    long position() {
        return position;
    }

    int u8() throws IOException {
        int read = in.read();
        if (read < 0) {
            throw new EOFException();
        }
        position++;
        return read;
    }

    int u16() throws IOException {
        return u8() | u8() << 8;
    }

    long u32() throws IOException {
        return u16() | (long) u16() << 16;
    }

    /** Reads so many bytes and keeps the first ones. */
    byte[] bytes(long length, int most) throws IOException {
        int wanted = (int) Math.min(length, most);
        byte[] bytes = in.readNBytes(wanted);
        position += bytes.length;
        if (bytes.length < wanted) {
            throw new EOFException();
        }
        skip(length - wanted);
        return bytes;
    }

    void skipTo(long target) throws IOException {
        skip(target - position);
    }

    void skip(long length) throws IOException {
        if (length > 0) {
            in.skipNBytes(length);
            position += length;
        }
    }
}
