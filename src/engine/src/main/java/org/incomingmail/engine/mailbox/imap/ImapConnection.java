package org.incomingmail.engine.mailbox.imap;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.incomingmail.engine.connection.wire.ProtocolViolationException;
import org.incomingmail.engine.connection.wire.SaslChallenge;
import org.incomingmail.engine.connection.wire.ServerRefusalException;
import org.incomingmail.engine.connection.wire.Tls;
import org.incomingmail.engine.connection.wire.TlsDetails;
import org.incomingmail.engine.connection.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in IMAP. Jakarta Mail writes commands and parses responses; what is sent, and when, is decided here,
 * since its own login would send a token by LOGIN when the server offers no token mechanism. Responses are handed on
 * one by one and never collected.
 */
public final class ImapConnection implements AutoCloseable {
    private static final int MOST_REPLIES = 2_000_000;
    private static final int MOST_LOGIN_REPLIES = 100;

    private final Wire wire;
    private IMAPProtocol protocol;
    private PrintStream out;
    private Set<String> capabilities = Set.of();
    private String idle = "";
    private boolean broken;

    @Nullable
    private IOException lost;

    public ImapConnection(Wire wire) throws IOException {
        this.wire = wire;
        out = new PrintStream(wire.out(), false, StandardCharsets.ISO_8859_1);
        protocol = speak();
    }

    /** Reads the greeting (RFC 3501 7.1). */
    public String greeting() throws IOException {
        String line = OwnClassLoader.call(() -> read().toString());
        if (line.startsWith("* BYE")) {
            throw new ServerRefusalException(line);
        }
        if (!line.startsWith("* OK") && !line.startsWith("* PREAUTH")) {
            throw new ProtocolViolationException("not an IMAP greeting: " + line);
        }
        return line;
    }

    /** Asks what the server can do, and remembers it. */
    public Set<String> askCapabilities() throws IOException {
        Set<String> offered = new LinkedHashSet<>();
        command("CAPABILITY", new Replies() {
            @Override
            public void line(String line) {
                if (line.regionMatches(true, 0, "* CAPABILITY ", 0, 13)) {
                    offered.addAll(Arrays.asList(
                            line.substring(13).strip().toUpperCase(Locale.ROOT).split("\\s+")));
                }
            }
        });
        capabilities = Set.copyOf(offered);
        return offered;
    }

    public boolean can(String capability) {
        return capabilities.contains(capability);
    }

    public boolean isSecure() {
        return wire.isSecure();
    }

    public Wire wire() {
        return wire;
    }

    /** STARTTLS. What was said in clear, capabilities included, is forgotten: it may have been injected. */
    public TlsDetails startTls(Tls tls) throws IOException {
        command("STARTTLS", Replies.IGNORED);
        TlsDetails details = wire.secure(tls);
        out = new PrintStream(wire.out(), false, StandardCharsets.ISO_8859_1);
        protocol = speak();
        capabilities = Set.of();
        return details;
    }

    /** LOGIN. */
    public void login(String user, String password) throws IOException {
        Argument arguments = new Argument();
        arguments.writeString(user, StandardCharsets.UTF_8);
        arguments.writeString(password, StandardCharsets.UTF_8);
        command("LOGIN", arguments, "LOGIN *** ***", Replies.IGNORED);
    }

    /**
     * AUTHENTICATE, with the initial response where the server takes one (RFC 4959).
     *
     * @param onError what to answer to an error challenge, in base64
     */
    public void authenticate(String mechanism, byte[] response, String onError) throws IOException {
        String encoded = Base64.getEncoder().encodeToString(response);
        boolean initial = can("SASL-IR");
        OwnClassLoader.call(() -> {
            String shown = "AUTHENTICATE " + mechanism + (initial ? " ***" : "");
            String tag = write("AUTHENTICATE " + mechanism + (initial ? " " + encoded : ""), null, shown);
            boolean sent = initial;
            SaslChallenge challenge = null;
            for (int count = 0; count < MOST_LOGIN_REPLIES; count++) {
                Response reply = read();
                if (reply.isContinuation()) {
                    challenge = sent
                            ? SaslChallenge.decode(reply.toString().substring(1).strip())
                            : null;
                    wire.send(sent ? onError : encoded, sent ? onError : "***");
                    sent = true;
                } else if (reply.isTagged() && tag.equals(reply.getTag())) {
                    if (!reply.isOK()) {
                        throw new ServerRefusalException(untagged(reply), challenge);
                    }
                    return reply;
                } else if (reply.isBYE()) {
                    broken = true;
                    throw new ServerRefusalException(reply.toString(), challenge);
                }
            }
            broken = true;
            throw new ProtocolViolationException("more than " + MOST_LOGIN_REPLIES + " responses to a login");
        });
    }

    void command(String command, Replies replies) throws IOException {
        command(command, null, command, replies);
    }

    private void command(String command, @Nullable Argument arguments, String shown, Replies replies)
            throws IOException {
        OwnClassLoader.call(() -> answers(write(command, arguments, shown), replies));
    }

    /** Sends a command ahead of time (RFC 3501 5.5) and gives its tag; the answers to earlier ones come first. */
    String begin(String command) throws IOException {
        return OwnClassLoader.call(() -> write(command, null, command));
    }

    /** Reads the answers up to the end of a command that was sent before. */
    void finish(String tag, Replies replies) throws IOException {
        OwnClassLoader.call(() -> answers(tag, replies));
    }

    private Response answers(String tag, Replies replies) throws IOException {
        String bye = null;
        for (int count = 0; count < MOST_REPLIES; count++) {
            Response reply;
            try {
                reply = read();
            } catch (IOException closed) {
                if (bye != null) {
                    throw new ServerRefusalException(bye);
                }
                throw closed;
            }
            if (reply.isTagged() && tag.equals(reply.getTag())) {
                if (!reply.isOK()) {
                    throw new ServerRefusalException(untagged(reply) + (bye == null ? "" : " " + bye));
                }
                replies.line(untagged(reply));
                return reply;
            } else if (reply.isBYE()) {
                bye = reply.toString();
            } else if (reply instanceof FetchResponse fetch) {
                replies.fetched(read(fetch));
            } else {
                replies.line(reply.toString());
            }
        }
        broken = true;
        throw new ProtocolViolationException("more than " + MOST_REPLIES + " responses to a command");
    }

    /** IDLE (RFC 2177): from the server's consent on it tells what happens. */
    void beginIdle(Consumer<String> said) throws IOException {
        OwnClassLoader.call(() -> {
            idle = write("IDLE", null, "IDLE");
            for (int count = 0; count < MOST_LOGIN_REPLIES; count++) {
                Response reply = read();
                if (reply.isContinuation()) {
                    return reply;
                }
                told(reply, said);
            }
            throw new ProtocolViolationException("more than " + MOST_LOGIN_REPLIES + " responses to IDLE");
        });
    }

    /** Waits for one thing that the server tells. */
    void hearIdle(Consumer<String> said) throws IOException {
        OwnClassLoader.call(() -> {
            Response reply = read();
            told(reply, said);
            return reply;
        });
    }

    /** Whether more was received than was read so far. */
    boolean hasMore() {
        return protocol.hasResponse();
    }

    /** Ends IDLE. */
    void endIdle(Consumer<String> said) throws IOException {
        OwnClassLoader.call(() -> {
            wire.send("DONE", "DONE");
            for (int count = 0; count < MOST_REPLIES; count++) {
                Response reply = read();
                if (reply.isTagged() && idle.equals(reply.getTag()) && reply.isOK()) {
                    return reply;
                }
                told(reply, said);
            }
            throw new ProtocolViolationException("more than " + MOST_REPLIES + " responses to DONE");
        });
    }

    /** Servers end IDLE by themselves when they go down, or are tired of us. */
    private void told(Response reply, Consumer<String> said) throws IOException {
        if (reply.isBYE() || reply.isTagged()) {
            broken = true;
            throw new ServerRefusalException(reply.isTagged() ? untagged(reply) : reply.toString());
        }
        said.accept(reply.toString());
    }

    /** A folder's name as an argument: modified UTF-7 (RFC 3501 5.1.3), quoted. */
    static String quoted(String folder) {
        String encoded = BASE64MailboxEncoder.encode(folder);
        return '"' + encoded.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The connection cannot be used any more; nothing polite is said on closing. */
    void breakOff() {
        broken = true;
    }

    @Override
    public void close() {
        try {
            if (!broken) {
                command("LOGOUT", Replies.IGNORED);
            }
        } catch (IOException gone) {
            // it was leaving anyway
        } finally {
            wire.close();
        }
    }

    private IMAPProtocol speak() throws IOException {
        return OwnClassLoader.call(() -> {
            ImapInput in = new ImapInput(wire.in(), wire.transcript());
            return new IMAPProtocol(in, out, new Properties(), false);
        });
    }

    private String write(String command, @Nullable Argument arguments, String shown) throws IOException {
        if (lost != null) {
            throw lost; // a late answer would be taken for that of another command
        }
        wire.transcript().client(shown);
        try {
            String tag = protocol.writeCommand(command, arguments);
            if (out.checkError()) {
                throw new IOException("Connection lost while writing");
            }
            return tag;
        } catch (ProtocolException refusedLiteral) {
            throw new ServerRefusalException(String.valueOf(refusedLiteral.getMessage()));
        } catch (IOException failed) {
            broken = true;
            lost = failed;
            throw failed;
        }
    }

    private Response read() throws IOException {
        try {
            return protocol.readResponse();
        } catch (IOException failed) {
            broken = true;
            lost = failed;
            throw failed;
        } catch (ProtocolException | RuntimeException malformed) {
            broken = true;
            lost = new ProtocolViolationException("not IMAP: " + malformed.getMessage(), malformed);
            throw lost;
        }
    }

    private static Fetched read(FetchResponse fetch) {
        UID uid = fetch.getItem(UID.class);
        RFC822SIZE size = fetch.getItem(RFC822SIZE.class);
        INTERNALDATE received = fetch.getItem(INTERNALDATE.class);
        FLAGS flags = fetch.getItem(FLAGS.class);
        BODY body = fetch.getItem(BODY.class);
        Date date = received == null ? null : received.getDate();
        return new Fetched(
                uid == null ? -1 : uid.uid,
                size == null ? -1 : size.size,
                date == null ? null : date.toInstant(),
                flags != null && flags.contains(jakarta.mail.Flags.Flag.DELETED),
                body == null ? null : body.getByteArrayInputStream());
    }

    private static String untagged(Response reply) {
        String line = reply.toString();
        return line.substring(line.indexOf(' ') + 1);
    }
}
