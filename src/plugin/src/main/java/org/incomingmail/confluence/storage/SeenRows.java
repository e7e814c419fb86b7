package org.incomingmail.confluence.storage;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.java.ao.Query;
import org.incomingmail.engine.delivery.ClockSetBack;
import org.incomingmail.engine.delivery.TransportKey;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.mailbox.SeenMessages;
import org.incomingmail.engine.server.MailServerId;

/** What the ledger knows of one mailbox. */
final class SeenRows implements SeenMessages {
    private static final int CHUNK = 200;
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
        List<String> keys = new ArrayList<>(CHUNK);
        for (String uid : uids) {
            keys.add(Keys.of(new TransportKey(server, epoch, uid)));
            if (keys.size() == CHUNK) {
                addNotWanted(keys, notWanted);
                keys.clear();
            }
        }
        addNotWanted(keys, notWanted);
        return notWanted;
    }

    private void addNotWanted(List<String> keys, Set<String> notWanted) {
        if (keys.isEmpty()) {
            return;
        }
        String places = String.join(", ", Collections.nCopies(keys.size(), "?"));
        for (MessageRow row :
                ao.find(MessageRow.class, Query.select().where("TRANSPORT_KEY IN (" + places + ")", keys.toArray()))) {
            boolean later = State.RETRYING.name().equals(row.getState())
                    && row.getDueMillis() > now.toEpochMilli()
                    && !ClockSetBack.since(Instant.ofEpochMilli(row.getUpdatedMillis()), now);
            if (later || !ActiveObjectsLedger.open(row)) {
                notWanted.add(row.getMessageUid());
            }
        }
    }
}
