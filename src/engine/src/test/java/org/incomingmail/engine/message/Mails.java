package org.incomingmail.engine.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Raw mail for tests. */
public final class Mails {
    private Mails() {}

    public static IncomingMessage read(String raw) {
        return read(raw.getBytes(StandardCharsets.UTF_8));
    }

    public static IncomingMessage read(byte[] raw) {
        return read(raw, ReadingLimits.defaults());
    }

    public static IncomingMessage read(byte[] raw, ReadingLimits limits) {
        try {
            return new MessageReader(limits).read(() -> new ByteArrayInputStream(raw));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A header in ASCII and a body in a charset, which the label may lie about. */
    static IncomingMessage labelled(String contentType, String body, String charset) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        raw.writeBytes(("From: a@example.com\r\nContent-Type: " + contentType + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        raw.writeBytes(body.getBytes(Charset.forName(charset)));
        return read(raw.toByteArray());
    }
}
