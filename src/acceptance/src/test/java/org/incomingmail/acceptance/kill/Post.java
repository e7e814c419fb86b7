package org.incomingmail.acceptance.kill;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.incomingmail.engine.trust.ReplyAddresses;
import org.incomingmail.engine.trust.SigningKey;

/**
 * One mail of a run, all of it following from its number: most become pages with an attachment, some comments, and some
 * are rejected because machines wrote them.
 */
record Post(int number) {
    static final String MAILBOX = "alice@mail.test";
    static final List<SigningKey> KEYS = List.of(new SigningKey(new byte[32]));
    private static final int MOST_BYTES = 60_000;

    /** What is to become of it. */
    enum Kind {
        PAGE,
        COMMENT,
        REJECTED
    }

    static ReplyAddresses addresses() {
        return new ReplyAddresses(KEYS, Duration.ofDays(90), Clock.systemUTC()::instant);
    }

    Kind kind() {
        return switch (number % 5) {
            case 3 -> Kind.COMMENT;
            case 4 -> Kind.REJECTED;
            default -> Kind.PAGE;
        };
    }

    String subject() {
        return "Post " + number;
    }

    String fileName() {
        return "post-" + number + ".bin";
    }

    /** SHA-256 of its attachment, in hexadecimal digits. */
    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private byte[] file() {
        Random random = new Random(number);
        byte[] bytes = new byte[random.nextInt(MOST_BYTES)];
        random.nextBytes(bytes);
        return bytes;
    }

    byte[] raw() {
        String to = kind() != Kind.COMMENT
                ? MAILBOX
                : addresses()
                        .addressFor(
                                MAILBOX,
                                TableWiki.ALICE.key(),
                                1,
                                Clock.systemUTC().instant())
                        .orElseThrow();
        String mail = "From: Alice <" + TableWiki.ALICE.email() + ">\r\nTo: " + to + "\r\nSubject: " + subject()
                + "\r\nMessage-ID: <post-" + number + "@wiki.test>\r\nMIME-Version: 1.0\r\n"
                + (kind() == Kind.REJECTED ? "Auto-Submitted: auto-replied\r\n" : "")
                + (kind() == Kind.PAGE ? withFile() : "\r\n" + subject() + "\r\n");
        return mail.getBytes(StandardCharsets.UTF_8);
    }

    private String withFile() {
        return "Content-Type: multipart/mixed; boundary=\"=x\"\r\n\r\n--=x\r\nContent-Type: text/plain\r\n\r\n"
                + subject()
                + "\r\n--=x\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"" + fileName() + "\"\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(file()) + "\r\n--=x--\r\n";
    }
}
