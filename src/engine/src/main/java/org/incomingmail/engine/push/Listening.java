package org.incomingmail.engine.push;

import org.incomingmail.engine.server.MailServerId;

/** Knows which mailboxes this node listens to. */
@FunctionalInterface
public interface Listening {

    /** Whether the mail server tells this node, right now, when mail arrives. */
    boolean listens(MailServerId mailbox);
}
