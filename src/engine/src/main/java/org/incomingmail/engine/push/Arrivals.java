package org.incomingmail.engine.push;

import org.incomingmail.engine.server.MailServerId;

/** Port: who fetches. */
@FunctionalInterface
public interface Arrivals {

    /**
     * Mail may have arrived. Returns at once.
     *
     * @param busy to be run when the mailbox is being checked elsewhere right now, maybe too early to see this mail
     */
    void arrived(MailServerId mailbox, Runnable busy);
}
