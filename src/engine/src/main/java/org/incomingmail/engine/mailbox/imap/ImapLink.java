package org.incomingmail.engine.mailbox.imap;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.incomingmail.engine.connection.wire.ProtocolViolationException;
import org.incomingmail.engine.connection.wire.ServerRefusalException;
import org.incomingmail.engine.connection.wire.Wire;
import org.jspecify.annotations.Nullable;

/** Commands out and responses in, by Jakarta Mail's protocol engine. What fails once is not used again. */
final class ImapLink {
    private final Wire wire;
    private PrintStream out;
    private IMAPProtocol protocol;
    private boolean broken;

    @Nullable
    private IOException lost;

    ImapLink(Wire wire) throws IOException {
        this.wire = wire;
        out = writer();
        protocol = speak();
    }

    private PrintStream writer() throws IOException {
        return new PrintStream(wire.out(), false, StandardCharsets.ISO_8859_1);
    }

    private IMAPProtocol speak() throws IOException {
        return OwnClassLoader.call(() -> {
            ImapInput in = new ImapInput(wire.in(), wire.transcript());
            return new IMAPProtocol(in, out, new Properties(), false);
        });
    }

    /** The wire is another one under the old name: what was received in clear is forgotten. */
    void beginAnew() throws IOException {
        out = writer();
        protocol = speak();
    }

    /**
     * Sends a command and gives its tag.
     *
     * @param shown what the transcript may say of it
     */
    String write(String command, @Nullable Argument arguments, String shown) throws IOException {
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

    /** A line that belongs to a command under way. */
    void send(String line, String shown) throws IOException {
        wire.send(line, shown);
    }

    Response read() throws IOException {
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

    /** Whether more was received than was read so far. */
    boolean hasMore() {
        return protocol.hasResponse();
    }

    /** The connection cannot be used any more; nothing polite is said on closing. */
    void breakOff() {
        broken = true;
    }

    boolean broken() {
        return broken;
    }

    /** What a response says, without tag or asterisk. */
    static String untagged(Response reply) {
        String line = reply.toString();
        return line.substring(line.indexOf(' ') + 1);
    }
}
