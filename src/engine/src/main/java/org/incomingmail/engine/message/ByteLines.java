package org.incomingmail.engine.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Raw bytes line by line. Of a long line only the beginning is kept, so a line may be as long as the message. */
final class ByteLines {
    private static final int FIRST_ROOM = 256;

    private final InputStream in;
    private final byte[] buffer = new byte[32 * 1024];
    private int at;
    private int filled;
    private long position;
    private byte lastOfFormerBuffer;

    private byte[] line = new byte[FIRST_ROOM];
    private int length;
    private long start;
    private int ending;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line and keeps at most so many bytes of it; false at the end of the message. */
    boolean next(int most) throws IOException {
        return next(most, null);
    }

    /**
     * Goes to the next line of a part's content, which is kept only if it may be a delimiter.
     *
     * @param size told of the other lines; null when nobody wants to know
     */
    boolean skim(int most, @Nullable Base64Size size) throws IOException {
        if (at == filled && !fill()) {
            return next(most); // the end
        }
        return buffer[at] == '-' ? next(most) : next(0, size);
    }

    private boolean next(int most, @Nullable Base64Size size) throws IOException {
        start = position;
        length = 0;
        ending = 0;
        if (at == filled && !fill()) {
            return false;
        }
        boolean ended = false;
        while (!ended && (at < filled || fill())) {
            int from = at;
            at = size == null ? lineEnd(from, filled) : size.line(buffer, from, filled);
            keep(from, at, most);
            if (at < filled) {
                at++;
                ended = true;
            }
            position += at - from;
        }
        ending = ended ? 1 : 0;
        if (ended && length > 0 && line[length - 1] == '\r' && position - start == length + 1L) {
            length--;
            ending = 2;
        } else if (ended && position - start > length + 1L && lastWasReturn()) {
            ending = 2; // of a line whose end was not kept
        }
        return true;
    }

    private int lineEnd(int from, int to) {
        byte[] bytes = buffer;
        int end = from;
        while (end < to && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private boolean lastWasReturn() {
        return (at >= 2 ? buffer[at - 2] : lastOfFormerBuffer) == '\r';
    }

    private void keep(int from, int to, int most) {
        int wanted = Math.min(to - from, most - length);
        if (wanted > 0) {
            if (length + wanted > line.length) {
                line = Arrays.copyOf(line, Math.max(line.length * 2, length + wanted));
            }
            System.arraycopy(buffer, from, line, length, wanted);
            length += wanted;
        }
    }

    private boolean fill() throws IOException {
        lastOfFormerBuffer = filled > 0 ? buffer[filled - 1] : 0;
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    /** What was kept of the line, without its ending; only the first {@link #length()} bytes belong to it. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    /** Whether the whole line was kept. */
    boolean whole() {
        return position - start == length + (long) ending;
    }

    long start() {
        return start;
    }

    /** Where the next line begins. */
    long end() {
        return position;
    }

    /** Bytes of the line's ending: CR LF, LF or nothing. */
    int ending() {
        return ending;
    }
}
