package org.incomingmail.confluence.storage;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import javax.inject.Inject;
import javax.inject.Named;
import net.java.ao.Query;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.journal.Tally;
import org.incomingmail.engine.server.MailServerId;

/** Counts the ledger's rows as they stream by: hundreds of thousands of them never are in memory together. */
@Named
public class ActiveObjectsTally implements Tally {
    private final ActiveObjects ao;

    @Inject
    public ActiveObjectsTally(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public void since(Instant moment, Counted counted) {
        stream(counted, "RECEIVED_MILLIS >= ?", moment.toEpochMilli());
    }

    @Override
    public void in(State state, Counted counted) {
        stream(counted, "STATE = ?", state.name());
    }

    private void stream(Counted counted, String clause, Object value) {
        ao.stream(
                MessageRow.class,
                Query.select("ID, SERVER_ID, STATE, RECEIVED_MILLIS").where(clause, value),
                row -> counted.count(
                        new MailServerId(row.getServerId()),
                        Instant.ofEpochMilli(row.getReceivedMillis()),
                        State.valueOf(row.getState())));
    }
}
