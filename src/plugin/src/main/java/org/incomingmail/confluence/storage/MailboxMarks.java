package org.incomingmail.confluence.storage;

import com.atlassian.activeobjects.external.ActiveObjects;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.incomingmail.engine.server.MailServerId;

/** Low-water marks of the mailboxes. */
final class MailboxMarks {
    private final ActiveObjects ao;

    MailboxMarks(ActiveObjects ao) {
        this.ao = ao;
    }

    long lowWater(MailServerId server, String epoch) {
        MailboxMarkRow[] rows = rows(server, epoch);
        return rows.length == 0 ? 0 : rows[0].getLowWater();
    }

    void raise(MailServerId server, String epoch, long uid) {
        MailboxMarkRow[] rows = rows(server, epoch);
        if (rows.length == 0) {
            ao.create(MailboxMarkRow.class, new DBParam("MAILBOX", key(server, epoch)), new DBParam("LOW_WATER", uid));
        } else if (rows[0].getLowWater() < uid) {
            rows[0].setLowWater(uid);
            rows[0].save();
        }
    }

    private MailboxMarkRow[] rows(MailServerId server, String epoch) {
        return ao.find(MailboxMarkRow.class, Query.select().where("MAILBOX = ?", key(server, epoch)));
    }

    private static String key(MailServerId server, String epoch) {
        return server.value() + ":" + epoch;
    }
}
