package org.incomingmail.engine.delivery;

import java.util.Optional;
import org.incomingmail.engine.server.MailServerId;

/** Port: one check of a mailbox at a time, in the whole cluster. */
@FunctionalInterface
public interface Locks {

    /** Empty when another thread or node holds it. To be closed by the same thread. */
    Optional<Held> tryLock(MailServerId mailbox);

    /** A lock that is held. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
