package org.incomingmail.engine.mailbox.pop3;

import java.io.IOException;
import java.util.List;
import org.incomingmail.engine.connection.wire.ServerRefusalException;
import org.incomingmail.engine.mailbox.MessageHandle;

/**
 * Retrieves messages one after another. Where the server can take it (PIPELINING, RFC 2449 6.8), the next ones are asked
 * for while one arrives, so that the way to the server is not waited for each time.
 */
final class Pop3Retrieval {
    private static final int AHEAD = 16;
    /** What is on its way when nobody wants any more has to be read all the same. */
    private static final long BYTES_AHEAD = 1 << 20;

    private final Pop3Connection pop3;
    private final List<Wanted> wanted;
    private final int ahead;
    private int asked;
    private int taken;
    private long bytesAsked;

    /** @param number of the message in this session */
    record Wanted(MessageHandle message, int number) {
        long size() {
            return Math.max(0, message.size());
        }
    }

    /** Takes one message. */
    interface Taker {
        boolean take(MessageHandle message, DotStuffedInput raw) throws IOException;
    }

    Pop3Retrieval(Pop3Connection pop3, List<Wanted> wanted) {
        this.pop3 = pop3;
        this.wanted = wanted;
        this.ahead = pop3.can("PIPELINING") ? AHEAD : 0;
    }

    /** Until the taker has enough. A message that vanished is passed over. */
    void run(Taker taker) throws IOException {
        boolean more = true;
        while (more && taken < wanted.size()) {
            askAhead();
            more = next(taker);
        }
        while (taken < asked) {
            next((message, unwanted) -> true);
        }
    }

    private void askAhead() throws IOException {
        while (asked < wanted.size()
                && (asked == taken || asked <= taken + ahead && bytesAsked + size(asked) <= BYTES_AHEAD)) {
            pop3.askFor(wanted.get(asked).number());
            bytesAsked += size(asked);
            asked++;
        }
    }

    private boolean next(Taker taker) throws IOException {
        Wanted next = wanted.get(taken);
        taken++;
        bytesAsked -= next.size();
        DotStuffedInput raw;
        try {
            raw = pop3.retrieved();
        } catch (ServerRefusalException vanished) {
            return true;
        }
        boolean more = taker.take(next.message(), raw);
        raw.throwFailure();
        raw.finish(2 * next.size() + (1 << 20));
        return more;
    }

    private long size(int position) {
        return wanted.get(position).size();
    }
}
