package org.incomingmail.engine.mailbox.imap;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.iap.Response;
import org.incomingmail.engine.connection.wire.ProtocolViolationException;
import org.incomingmail.engine.connection.wire.ServerRefusalException;
import org.incomingmail.engine.mailbox.Idling;

/** The IDLE command (RFC 2177) on an examined folder: from the server's consent on it tells what happens. */
final class ImapIdle implements Idling {
    // RFC 3501 7.3.1: EXISTS tells of new mail; servers of the older IMAP4 say RECENT alone
    private static final Pattern NEWS = Pattern.compile("\\* \\d{1,10} (EXISTS|RECENT)", Pattern.CASE_INSENSITIVE);
    private static final int MOST_AT_ONCE = 10_000;
    private static final int MOST_BEFORE_CONSENT = 100;
    private static final int MOST_BEFORE_THE_END = 2_000_000;

    private final ImapLink imap;
    private final SocketChannel channel;
    private String tag = "";
    private boolean news;

    private ImapIdle(ImapLink imap, SocketChannel channel) {
        this.imap = imap;
        this.channel = channel;
    }

    static ImapIdle begin(ImapConnection imap, SocketChannel channel) throws IOException {
        ImapIdle idle = new ImapIdle(imap.link(), channel);
        idle.begin();
        return idle;
    }

    private void begin() throws IOException {
        OwnClassLoader.call(() -> {
            tag = imap.write("IDLE", null, "IDLE");
            return readUntil(Response::isContinuation, MOST_BEFORE_CONSENT);
        });
    }

    private void end() throws IOException {
        OwnClassLoader.call(() -> {
            imap.send("DONE", "DONE");
            return readUntil(
                    reply -> reply.isTagged() && tag.equals(reply.getTag()) && reply.isOK(), MOST_BEFORE_THE_END);
        });
    }

    private Response readUntil(Predicate<Response> wanted, int most) throws IOException {
        for (int count = 0; count < most; count++) {
            Response reply = imap.read();
            if (wanted.test(reply)) {
                return reply;
            }
            told(reply);
        }
        throw new ProtocolViolationException("more than " + most + " responses to IDLE");
    }

    /** Servers end IDLE by themselves when they go down, or are tired of us. */
    private void told(Response reply) throws IOException {
        if (reply.isBYE() || reply.isTagged()) {
            imap.breakOff();
            throw new ServerRefusalException(reply.isTagged() ? ImapLink.untagged(reply) : reply.toString());
        }
        news |= NEWS.matcher(reply.toString()).lookingAt();
    }

    private boolean news() {
        boolean found = news;
        news = false;
        return found;
    }

    @Override
    public SocketChannel channel() {
        return channel;
    }

    @Override
    public boolean heard() throws IOException {
        return OwnClassLoader.call(() -> {
            int count = 0;
            do {
                told(imap.read());
                count++;
            } while (imap.hasMore() && count < MOST_AT_ONCE);
            return news();
        });
    }

    @Override
    public boolean renew() throws IOException {
        end();
        begin();
        return news();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            // it is closed either way
        }
    }
}
