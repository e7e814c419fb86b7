package org.incomingmail.engine.mailbox.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
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
    private final ImapLink link;
    private Set<String> capabilities = Set.of();

    public ImapConnection(Wire wire) throws IOException {
        this.wire = wire;
        this.link = new ImapLink(wire);
    }

    /** Reads the greeting (RFC 3501 7.1). */
    public String greeting() throws IOException {
        String line = OwnClassLoader.call(() -> link.read().toString());
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
        link.beginAnew();
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
            String tag = link.write("AUTHENTICATE " + mechanism + (initial ? " " + encoded : ""), null, shown);
            boolean sent = initial;
            SaslChallenge challenge = null;
            for (int count = 0; count < MOST_LOGIN_REPLIES; count++) {
                Response reply = link.read();
                if (reply.isContinuation()) {
                    challenge = sent
                            ? SaslChallenge.decode(reply.toString().substring(1).strip())
                            : null;
                    link.send(sent ? onError : encoded, sent ? onError : "***");
                    sent = true;
                } else if (reply.isTagged() && tag.equals(reply.getTag())) {
                    if (!reply.isOK()) {
                        throw new ServerRefusalException(ImapLink.untagged(reply), challenge);
                    }
                    return reply;
                } else if (reply.isBYE()) {
                    link.breakOff();
                    throw new ServerRefusalException(reply.toString(), challenge);
                }
            }
            link.breakOff();
            throw new ProtocolViolationException("more than " + MOST_LOGIN_REPLIES + " responses to a login");
        });
    }

    void command(String command, Replies replies) throws IOException {
        command(command, null, command, replies);
    }

    private void command(String command, @Nullable Argument arguments, String shown, Replies replies)
            throws IOException {
        OwnClassLoader.call(() -> answers(link.write(command, arguments, shown), replies));
    }

    /** Sends a command ahead of time (RFC 3501 5.5) and gives its tag; the answers to earlier ones come first. */
    String begin(String command) throws IOException {
        return OwnClassLoader.call(() -> link.write(command, null, command));
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
                reply = link.read();
            } catch (IOException closed) {
                if (bye != null) {
                    throw new ServerRefusalException(bye);
                }
                throw closed;
            }
            if (reply.isTagged() && tag.equals(reply.getTag())) {
                if (!reply.isOK()) {
                    throw new ServerRefusalException(ImapLink.untagged(reply) + (bye == null ? "" : " " + bye));
                }
                replies.line(ImapLink.untagged(reply));
                return reply;
            } else if (reply.isBYE()) {
                bye = reply.toString();
            } else if (reply instanceof FetchResponse fetch) {
                replies.fetched(Fetched.of(fetch));
            } else {
                replies.line(reply.toString());
            }
        }
        link.breakOff();
        throw new ProtocolViolationException("more than " + MOST_REPLIES + " responses to a command");
    }

    /** A folder's name as an argument: modified UTF-7 (RFC 3501 5.1.3), quoted. */
    static String quoted(String folder) {
        String encoded = BASE64MailboxEncoder.encode(folder);
        return '"' + encoded.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The connection cannot be used any more; nothing polite is said on closing. */
    void breakOff() {
        link.breakOff();
    }

    /** For what is no command with one answer. */
    ImapLink link() {
        return link;
    }

    @Override
    public void close() {
        try {
            if (!link.broken()) {
                command("LOGOUT", Replies.IGNORED);
            }
        } catch (IOException gone) {
            // it was leaving anyway
        } finally {
            wire.close();
        }
    }
}
