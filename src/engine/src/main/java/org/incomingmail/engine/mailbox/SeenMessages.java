package org.incomingmail.engine.mailbox;

import java.util.Collection;
import java.util.Set;

/** What is known of a mailbox already, so that only new or due messages are listed. */
public interface SeenMessages {

    /** IMAP: every UID at or below needs nothing more; 0 when nothing is known in this epoch. */
    long lowWater(String epoch);

    /** Those of the given that need no fetch now: settled, or waiting for a later retry. */
    Set<String> notWanted(String epoch, Collection<String> uids);
}
