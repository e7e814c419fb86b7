package org.incomingmail.engine.message;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;

/** The decoded bytes of a leaf part, straight from where they lie in the raw message. */
final class PartBytes {
    private PartBytes() {}

    static InputStream open(RawMessage raw, Part part) throws IOException {
        return open(raw, part.start, part.end, part.transferEncoding());
    }

    /** How many bytes the decoded part has. */
    static long size(RawMessage raw, Part part) throws IOException {
        if (part.size >= 0) {
            return part.size;
        }
        boolean base64 = base64(part);
        try (InputStream bytes = open(raw, part.start, part.end, base64 ? "binary" : part.transferEncoding())) {
            return base64 ? Base64Size.of(bytes) : Leaves.drain(bytes);
        }
    }

    static boolean base64(Part part) {
        return encoding(part.transferEncoding()).contains("base64");
    }

    private static String encoding(String transferEncoding) {
        return transferEncoding.toLowerCase(Locale.ROOT);
    }

    /** So many bytes from somewhere in the decoded part. */
    static InputStream open(RawMessage raw, Part part, long start, long size) throws IOException {
        InputStream decoded = open(raw, part);
        try {
            decoded.skipNBytes(start);
            return new Range(decoded, size);
        } catch (IOException | RuntimeException e) {
            decoded.close();
            throw e;
        }
    }

    static InputStream open(RawMessage raw, long start, long end, String transferEncoding) throws IOException {
        InputStream stream = raw.open();
        try {
            stream.skipNBytes(start);
            return decoded(new Range(stream, end - start), transferEncoding);
        } catch (IOException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    /** RFC 2045 6.1; unknown encodings are taken as they are. */
    private static InputStream decoded(InputStream bytes, String transferEncoding) {
        String encoding = encoding(transferEncoding);
        if (encoding.contains("base64")) {
            return new Base64InputStream(bytes, DecodeMonitor.SILENT);
        }
        if (encoding.contains("quoted-printable")) {
            return new QuotedPrintableInputStream(bytes, DecodeMonitor.SILENT);
        }
        return encoding.matches("x?-?uu(e|encoded?)?") ? new UuDecoding(bytes) : bytes;
    }

    /** So many bytes of a stream. */
    private static final class Range extends FilterInputStream {
        private long left;

        Range(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = in.read();
            left -= read < 0 ? left : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = in.read(bytes, offset, (int) Math.min(length, left));
            left -= read < 0 ? left : read;
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = in.skip(Math.min(count, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(in.available(), left);
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
