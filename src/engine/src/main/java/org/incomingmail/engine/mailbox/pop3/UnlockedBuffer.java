package org.incomingmail.engine.mailbox.pop3;

import java.io.IOException;
import java.io.InputStream;

/** A buffered input for one thread: BufferedInputStream takes a lock for every byte, and we look at every byte. */
final class UnlockedBuffer extends InputStream {
    private final InputStream in;
    private final byte[] bytes = new byte[64 * 1024];
    private int next;
    private int end;

    UnlockedBuffer(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, in.read(bytes, 0, bytes.length));
            if (end == 0) {
                return -1;
            }
        }
        return bytes[next++] & 0xff;
    }
}
