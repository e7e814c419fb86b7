package org.incomingmail.engine.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.incomingmail.engine.nodes.Duty;
import org.incomingmail.engine.server.MailServerId;

/** Which mailboxes this node checks: its own, and those of nodes that have more to do than they can. */
final class DueHere {
    /** So long a node leaves the mailbox of another alone after it became due: three of the other's turns. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Duty duty;
    private final Clock clock;
    private final Map<MailServerId, Instant> since = new HashMap<>();

    DueHere(Duty duty, Clock clock) {
        this.duty = duty;
        this.clock = clock;
    }

    /**
     * Those to check now.
     *
     * @param due whose time has come
     * @param all every enabled one
     */
    synchronized List<MailServerId> among(Collection<MailServerId> due, Collection<MailServerId> all) {
        Instant now = clock.instant();
        since.keySet().retainAll(new HashSet<>(due));
        Set<MailServerId> ours = duty.of(all);
        return due.stream()
                .filter(each -> ours.contains(each) || neglected(each, now))
                .toList();
    }

    private boolean neglected(MailServerId mailbox, Instant now) {
        Instant known = since.get(mailbox);
        if (known == null || known.isAfter(now)) {
            since.put(mailbox, now);
            return false;
        }
        return !known.plus(PATIENCE).isAfter(now);
    }
}
