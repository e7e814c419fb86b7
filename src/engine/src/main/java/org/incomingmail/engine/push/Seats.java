package org.incomingmail.engine.push;

import java.util.Optional;
import org.incomingmail.engine.server.MailServerId;

/** Port: one node of the cluster listens to a mailbox at a time. */
@FunctionalInterface
public interface Seats {

    /** Empty when another node has it. To be left by the same thread. */
    Optional<Seat> take(MailServerId mailbox);

    /** The right to listen; goes to another node when this one dies. */
    interface Seat {
        void leave();
    }
}
