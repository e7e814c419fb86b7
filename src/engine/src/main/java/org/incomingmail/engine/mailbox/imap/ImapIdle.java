package org.incomingmail.engine.mailbox.imap;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.regex.Pattern;
import org.incomingmail.engine.mailbox.Idling;

/** The IDLE command on an examined folder. */
final class ImapIdle implements Idling {
    // RFC 3501 7.3.1: EXISTS tells of new mail; servers of the older IMAP4 say RECENT alone
    private static final Pattern NEWS = Pattern.compile("\\* \\d{1,10} (EXISTS|RECENT)", Pattern.CASE_INSENSITIVE);
    private static final int MOST = 10_000;

    private final ImapConnection imap;
    private final SocketChannel channel;
    private boolean news;

    private ImapIdle(ImapConnection imap, SocketChannel channel) {
        this.imap = imap;
        this.channel = channel;
    }

    static ImapIdle begin(ImapConnection imap, SocketChannel channel) throws IOException {
        ImapIdle idle = new ImapIdle(imap, channel);
        imap.beginIdle(idle::said);
        return idle;
    }

    private void said(String line) {
        news |= NEWS.matcher(line).lookingAt();
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
        int count = 0;
        do {
            imap.hearIdle(this::said);
            count++;
        } while (imap.hasMore() && count < MOST);
        return news();
    }

    @Override
    public boolean renew() throws IOException {
        imap.endIdle(this::said);
        imap.beginIdle(this::said);
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
