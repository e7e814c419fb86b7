package org.incomingmail.engine.push;

import java.time.Duration;
import org.incomingmail.engine.mailbox.Idling;
import org.incomingmail.engine.server.MailServer;
import org.jspecify.annotations.Nullable;

/** A mailbox that this node listens to. Belongs to the loop; workers only read the server and its connection. */
final class Watched {
    final MailServer server;
    private final Seats.Seat seat;
    private @Nullable Idling idling;
    private long due;
    private long openedAt;
    private int failures;
    boolean atWork;
    boolean unwanted;
    boolean toldOfFailure;

    Watched(MailServer server, Seats.Seat seat) {
        this.server = server;
        this.seat = seat;
        this.due = System.nanoTime();
    }

    @Nullable
    Idling idling() {
        return idling;
    }

    /** Whether something is to be done: to open it, or to renew it. */
    boolean due(long now) {
        return !atWork && now - due >= 0;
    }

    void dueAfter(Duration wait) {
        due = System.nanoTime() + wait.toNanos();
    }

    void opened(Idling connection) {
        idling = connection;
        openedAt = System.nanoTime();
    }

    /** How many failures in a row, now that it failed again; one that had lasted is the first. */
    int failed(Duration lasting) {
        boolean lasted = idling != null && System.nanoTime() - openedAt > lasting.toNanos();
        failures = lasted ? 1 : failures + 1;
        disconnect();
        return failures;
    }

    void disconnect() {
        if (idling != null) {
            idling.close();
            idling = null;
        }
    }

    /** By the thread that took the seat. */
    void release() {
        disconnect();
        seat.leave();
    }
}
