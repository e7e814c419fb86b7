package org.incomingmail.engine.nodes;

import java.util.Collection;
import java.util.Set;
import org.incomingmail.engine.server.MailServerId;

/** Port: what this node is to look after. A cluster lock still decides who may; this only keeps nodes out of each other's way. */
@FunctionalInterface
public interface Duty {

    /** Everything, for a node that is alone. */
    Duty EVERYTHING = Set::copyOf;

    /** Those of all the mailboxes there are that this node looks after now. Cheap; changes as nodes come and go. */
    Set<MailServerId> of(Collection<MailServerId> mailboxes);
}
