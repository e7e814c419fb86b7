package org.incomingmail.engine.push;

import java.util.Set;
import org.incomingmail.engine.server.MailServerId;

/** Knows which mailboxes this node listens to. */
@FunctionalInterface
public interface Listening {

    /** Those whose mail servers tell this node, right now, when mail arrives. */
    Set<MailServerId> listening();

    /** Whether this is one of them. */
    default boolean listens(MailServerId mailbox) {
        return listening().contains(mailbox);
    }
}
