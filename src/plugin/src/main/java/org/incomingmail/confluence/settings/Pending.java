package org.incomingmail.confluence.settings;

import java.util.HashMap;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.journal.Tally;
import org.incomingmail.engine.server.MailServerId;

/** How many messages somebody has to look at. */
@Named
public class Pending {
    private final Tally tally;

    @Inject
    public Pending(Tally tally) {
        this.tally = tally;
    }

    /** Messages that wait for a decision, by mail server; none for servers that have none. */
    public Map<MailServerId, Integer> waiting() {
        return in(State.WAITING);
    }

    /** Messages that were given up. */
    public Map<MailServerId, Integer> quarantined() {
        return in(State.QUARANTINED);
    }

    private Map<MailServerId, Integer> in(State state) {
        Map<MailServerId, Integer> counts = new HashMap<>();
        tally.in(state, (server, received, same) -> counts.merge(server, 1, Integer::sum));
        return counts;
    }
}
