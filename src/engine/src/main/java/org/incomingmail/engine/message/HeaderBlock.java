package org.incomingmail.engine.message;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the header fields of one part, line by line; what is beyond the limits is left out. */
final class HeaderBlock {
    private static final int LONGEST_NAME = 200;

    private final ReadingLimits limits;
    private final List<byte[]> fields = new ArrayList<>();
    private @Nullable ByteArrayOutputStream open;
    private boolean cut;

    HeaderBlock(ReadingLimits limits) {
        this.limits = limits;
    }

    /** Whether a line begins a field: a name of visible characters and a colon. */
    static boolean begins(byte[] line, int length) {
        int end = 0;
        while (end < length && line[end] > ' ' && line[end] < 0x7F && line[end] != ':') {
            end++;
        }
        int colon = end;
        while (colon < length && (line[colon] == ' ' || line[colon] == '\t')) {
            colon++;
        }
        return end > 0 && end <= LONGEST_NAME && colon < length && line[colon] == ':';
    }

    boolean isEmpty() {
        return fields.isEmpty() && open == null;
    }

    void field(byte[] line, int length) {
        close();
        if (fields.size() >= limits.headerCount()) {
            cut = true;
            return;
        }
        open = new ByteArrayOutputStream(length);
        open.write(line, 0, Math.min(length, limits.headerBytes()));
    }

    /** A further line of the field before; line breaks go, the white space behind them stays. */
    void more(byte[] line, int length) {
        if (open != null) {
            int room = limits.headerBytes() - open.size();
            cut |= length > room;
            open.write(line, 0, Math.max(0, Math.min(length, room)));
        }
    }

    /** Whether something was left out. */
    boolean cut() {
        return cut;
    }

    /** The fields as text; what has 8-bit bytes is read with the charset that the part declares for its text. */
    List<Header> end(List<Note> notes) {
        close();
        String hint = fields.stream()
                .map(field -> HeaderText.of(field, null))
                .filter(field -> field.name().equalsIgnoreCase("Content-Type"))
                .findFirst()
                .flatMap(field -> Parameters.parse(field.raw()).decoded("charset"))
                .orElse(null);
        List<Header> read = new ArrayList<>(fields.size());
        for (byte[] field : fields) {
            read.add(HeaderText.of(field, hint, notes));
        }
        return read;
    }

    private void close() {
        if (open != null) {
            fields.add(open.toByteArray());
            open = null;
        }
    }
}
