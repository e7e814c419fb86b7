package org.incomingmail.confluence.storage;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.incomingmail.engine.delivery.ClockSetBack;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.mailbox.SeenMessages;
import org.incomingmail.engine.server.MailServerId;

/** What the ledger knows of one mailbox. */
final class SeenRows implements SeenMessages {
    private final ActiveObjects ao;
    private final MailboxMarks marks;
    private final MailServerId server;
    private final Instant now;

    SeenRows(ActiveObjects ao, MailboxMarks marks, MailServerId server, Instant now) {
        this.ao = ao;
        this.marks = marks;
        this.server = server;
        this.now = now;
    }

    @Override
    public long lowWater(String epoch) {
        return marks.lowWater(server, epoch);
    }

    @Override
    public Set<String> notWanted(String epoch, Collection<String> uids) {
        Set<String> notWanted = new HashSet<>();
        RowsByUid.forEach(ao, server, epoch, uids, row -> {
            boolean later = State.RETRYING.name().equals(row.getState())
                    && row.getDueMillis() > now.toEpochMilli()
                    && !ClockSetBack.since(Instant.ofEpochMilli(row.getUpdatedMillis()), now);
            if (later || !ActiveObjectsLedger.open(row)) {
                notWanted.add(row.getMessageUid());
            }
        });
        return notWanted;
    }
}
