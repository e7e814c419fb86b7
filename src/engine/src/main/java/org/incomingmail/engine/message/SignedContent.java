package org.incomingmail.engine.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is inside of opaque signed S/MIME mail (RFC 8551 3.5.2): the content of CMS SignedData (RFC 5652 5.1), BER or
 * DER. The signature is not checked: it says nothing about who may write in the wiki.
 */
final class SignedContent {
    private static final int MOST = 64 * 1024 * 1024;
    private static final int DEEPEST = 50;
    private static final byte[] SIGNED_DATA = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, 2};

    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int CONSTRUCTED = 0x20;
    private static final int SEQUENCE = 0x30;
    private static final int EXPLICIT_0 = 0xA0;

    private final byte[] bytes;
    private int at;

    private SignedContent(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes that open to the message inside, read anew each time; empty when there are none. */
    static Optional<RawMessage> in(RawMessage raw, Part part) throws IOException {
        return content(raw, part).isEmpty()
                ? Optional.empty()
                : Optional.of(() -> new ByteArrayInputStream(
                        content(raw, part).orElseThrow(() -> new IOException("The message changed"))));
    }

    private static Optional<byte[]> content(RawMessage raw, Part part) throws IOException {
        byte[] all;
        try (InputStream decoded = PartBytes.open(raw, part)) {
            all = decoded.readNBytes(MOST);
        }
        try {
            return new SignedContent(all).signedData();
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> signedData() {
        if (!enter(SEQUENCE) || !Arrays.equals(SIGNED_DATA, primitive(OBJECT_IDENTIFIER))) {
            return Optional.empty();
        }
        if (!enter(EXPLICIT_0) || !enter(SEQUENCE)) {
            return Optional.empty();
        }
        skip(0); // version
        skip(0); // digest algorithms
        if (!enter(SEQUENCE)) {
            return Optional.empty();
        }
        primitive(OBJECT_IDENTIFIER);
        if (!enter(EXPLICIT_0)) {
            return Optional.empty(); // the content is elsewhere: a detached signature
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        return octets(content, 0) ? Optional.of(content.toByteArray()) : Optional.empty();
    }

    /** Steps into a constructed value; its end is not looked at. */
    private boolean enter(int tag) {
        if (u8() != tag) {
            return false;
        }
        length();
        return true;
    }

    private byte[] primitive(int tag) {
        int found = u8();
        int length = length();
        if (found != tag || length < 0) {
            throw new IndexOutOfBoundsException();
        }
        return take(length);
    }

    private boolean octets(ByteArrayOutputStream content, int depth) {
        int tag = u8();
        int length = length();
        if (tag == OCTET_STRING && length >= 0) {
            content.writeBytes(take(length));
            return true;
        }
        if (tag != (OCTET_STRING | CONSTRUCTED) || depth > DEEPEST) {
            return false;
        }
        int end = length < 0 ? bytes.length : Math.min(bytes.length, at + length);
        while (at < end && !(length < 0 && endOfContents())) {
            if (!octets(content, depth + 1)) {
                return false;
            }
        }
        at += length < 0 ? 2 : 0;
        return true;
    }

    private void skip(int depth) {
        int tag = u8();
        int length = length();
        if (length >= 0) {
            take(length);
            return;
        }
        if ((tag & CONSTRUCTED) == 0 || depth > DEEPEST) {
            throw new IndexOutOfBoundsException();
        }
        while (!endOfContents()) {
            skip(depth + 1);
        }
        at += 2;
    }

    private boolean endOfContents() {
        return bytes[at] == 0 && bytes[at + 1] == 0;
    }

    private int u8() {
        return bytes[at++] & 0xFF;
    }

    /** -1 when it is indefinite. */
    private int length() {
        int first = u8();
        if (first < 0x80) {
            return first;
        }
        if (first == 0x80) {
            return -1;
        }
        long length = 0;
        for (int i = first & 0x7F; i > 0; i--) {
            length = length << 8 | u8();
            if (length > MOST) {
                throw new IndexOutOfBoundsException();
            }
        }
        return (int) length;
    }

    private byte[] take(int length) {
        if (length > bytes.length - at) {
            throw new IndexOutOfBoundsException();
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }
}
