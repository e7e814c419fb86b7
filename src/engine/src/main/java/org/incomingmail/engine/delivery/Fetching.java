package org.incomingmail.engine.delivery;

import java.util.Optional;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.ServerState;

/** Checks mailboxes, by schedule or on demand. */
public interface Fetching {

    /** Checks one mailbox now, in this thread, whatever its back-off says; empty when there is no such server. */
    Optional<FetchReport> fetchNow(MailServerId id);

    /**
     * Checks every mailbox that is due here, on the own pool, and returns when these checks were handed out. To be called
     * on every node every 20 seconds or so: what is another node's is left to it, unless it is slow.
     */
    void fetchDue();

    /**
     * Checks a mailbox soon on the own pool, as mail may have arrived, and returns at once.
     *
     * @param busy run when it is being checked elsewhere right now
     */
    void arrived(MailServerId id, Runnable busy);

    ServerState state(MailServerId id);

    /** Forgets failures and back-off, after the administrator changed or enabled something. */
    void reset(MailServerId id);
}
