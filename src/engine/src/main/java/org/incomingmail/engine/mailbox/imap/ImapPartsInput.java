package org.incomingmail.engine.mailbox.imap;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one message part by part (BODY.PEEK[]&lt;offset.length&gt;), until a part is shorter than asked for. */
final class ImapPartsInput extends InputStream {
    private static final int PART = 2 << 20;

    private final ImapConnection imap;
    private final String uid;
    private long offset;

    @Nullable
    private InputStream part;

    @Nullable
    private IOException failure;

    private boolean last;

    ImapPartsInput(ImapConnection imap, String uid) throws IOException {
        this.imap = imap;
        this.uid = uid;
        next();
    }

    /** Whether the server still has the message. */
    boolean isThere() {
        return part != null;
    }

    /** The connection failed while reading: the reader may have taken that for its own trouble. */
    void throwFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        throwFailure();
        while (part != null) {
            int count = part.read(bytes, from, length);
            if (count >= 0) {
                return count;
            }
            if (last) {
                return -1;
            }
            try {
                next();
            } catch (IOException lost) {
                failure = lost;
                throw lost;
            }
        }
        return -1;
    }

    private void next() throws IOException {
        Part taken = new Part();
        imap.command("UID FETCH " + uid + " (UID BODY.PEEK[]<" + offset + "." + PART + ">)", taken);
        part = taken.body;
        int size = part == null ? 0 : part.available();
        offset += size;
        last = size < PART;
        if (size > PART) {
            throw new IOException("the server sent more of a message than was asked for");
        }
    }

    private final class Part implements Replies {
        @Nullable
        private InputStream body;

        @Override
        public void fetched(Fetched message) {
            if (Objects.equals(Long.toString(message.uid()), uid) && message.body() != null) {
                body = message.body();
            }
        }
    }
}
