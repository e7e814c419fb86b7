package org.incomingmail.engine.mailbox.imap;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.incomingmail.engine.connection.wire.ProtocolViolationException;
import org.incomingmail.engine.connection.wire.Transcript;

/**
 * Watches what comes in: bounds lines, literals and whole responses before anybody reserves memory for them, and puts
 * lines, but never literals, into the transcript.
 */
final class ImapInput extends FilterInputStream {
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d{1,19})\\+?}$");
    private static final int LONGEST_LINE = 4 << 20;
    private static final int LARGEST_LITERAL = 24 << 20;
    private static final int SHOWN = 2_000;

    private final Transcript transcript;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private long literalLeft;
    private long response;

    ImapInput(InputStream in, Transcript transcript) {
        super(in);
        this.transcript = transcript;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        int at = offset;
        while (at < offset + count) {
            if (literalLeft > 0) {
                int skipped = (int) Math.min(literalLeft, offset + count - at);
                literalLeft -= skipped;
                at += skipped;
            } else {
                watch(bytes[at++]);
            }
        }
        return count;
    }

    private void watch(byte next) throws ProtocolViolationException {
        if (next != '\n') {
            line.write(next);
            if (line.size() > LONGEST_LINE) {
                throw new ProtocolViolationException("a line of more than " + LONGEST_LINE + " bytes");
            }
            return;
        }
        int size = line.size();
        byte[] seen = line.toByteArray();
        line.reset();
        if (size > SHOWN * 4) {
            transcript.server(text(seen, 0, SHOWN) + "...");
        } else {
            transcript.server(text(seen, 0, size));
        }
        Matcher literal =
                LITERAL.matcher(text(seen, Math.max(0, size - 30), size).strip());
        literalLeft = literal.find() ? Long.parseLong(literal.group(1)) : 0;
        response = literalLeft > 0 ? response + literalLeft + size : 0;
        if (response > LARGEST_LITERAL || literalLeft < 0) {
            throw new ProtocolViolationException("a response of more than " + LARGEST_LITERAL + " bytes");
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
