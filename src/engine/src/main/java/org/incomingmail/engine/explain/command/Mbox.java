package org.incomingmail.engine.explain.command;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.incomingmail.engine.message.RawMessage;
import org.jspecify.annotations.Nullable;

/**
 * The messages of an mbox file (RFC 4155): each begins behind a line {@code From ...} that follows an empty one, and
 * quoted {@code >From } lines lose one mark (mboxrd).
 */
final class Mbox {
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    /** A line's beginning that is looked at: marks of quotation and From. */
    private static final int START = 200;

    private final Path file;

    Mbox(Path file) {
        this.file = file;
    }

    static boolean is(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return Arrays.equals(stream.readNBytes(FROM.length), FROM);
        }
    }

    void each(Messages messages) throws IOException {
        Path copy = Files.createTempFile("incoming-mail-explain", ".eml");
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
            skipLine(stream);
            int number = 0;
            boolean more = true;
            while (more) {
                number++;
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy), 64 * 1024)) {
                    more = message(stream, out);
                }
                messages.message(file + "#" + number, RawMessage.of(copy));
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Copies one message; says whether another follows. */
    private static boolean message(InputStream stream, OutputStream out) throws IOException {
        byte @Nullable [] emptyLine = null; // the last one, which before From belongs to the mbox
        while (true) {
            stream.mark(START + 1);
            byte[] start = stream.readNBytes(START);
            stream.reset();
            if (start.length == 0) {
                return false;
            }
            if (emptyLine != null && startsWith(start, 0)) {
                skipLine(stream);
                return true;
            }
            if (emptyLine != null) {
                out.write(emptyLine);
                emptyLine = null;
            }
            int marks = 0;
            while (marks < start.length && start[marks] == '>') {
                marks++;
            }
            if (marks > 0 && startsWith(start, marks)) {
                stream.skipNBytes(1);
            }
            if (start[0] == '\n' || start[0] == '\r' && start.length > 1 && start[1] == '\n') {
                emptyLine = stream.readNBytes(start[0] == '\n' ? 1 : 2);
            } else {
                copyLine(stream, out);
            }
        }
    }

    private static boolean startsWith(byte[] line, int at) {
        return at + FROM.length <= line.length && Arrays.equals(line, at, at + FROM.length, FROM, 0, FROM.length);
    }

    private static void copyLine(InputStream stream, OutputStream out) throws IOException {
        for (int b = stream.read(); b >= 0; b = stream.read()) {
            out.write(b);
            if (b == '\n') {
                return;
            }
        }
    }

    private static void skipLine(InputStream stream) throws IOException {
        copyLine(stream, OutputStream.nullOutputStream());
    }
}
