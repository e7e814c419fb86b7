package org.incomingmail.confluence.storage;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import javax.inject.Inject;
import javax.inject.Named;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.incomingmail.engine.delivery.Traffic;
import org.incomingmail.engine.server.MailServerId;

/** What was published lately, in the host's database: all nodes count together. */
@Named
public class ActiveObjectsTraffic implements Traffic {
    private final ActiveObjects ao;

    @Inject
    public ActiveObjectsTraffic(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public int ofMailbox(MailServerId server, Instant since) {
        return count("SERVER_ID = ? AND AT_MILLIS > ?", server.value(), since.toEpochMilli());
    }

    @Override
    public int ofSender(MailServerId server, String sender, Instant since) {
        return count(
                "SERVER_ID = ? AND SENDER = ? AND AT_MILLIS > ?", server.value(), column(sender), since.toEpochMilli());
    }

    @Override
    public int ofThread(MailServerId server, String sender, long pageId, Instant since) {
        return count(
                "SERVER_ID = ? AND SENDER = ? AND PAGE_ID = ? AND AT_MILLIS > ?",
                server.value(),
                column(sender),
                pageId,
                since.toEpochMilli());
    }

    @Override
    public void count(MailServerId server, String sender, long pageId, Instant at) {
        ao.create(
                TrafficRow.class,
                new DBParam("SERVER_ID", server.value()),
                new DBParam("SENDER", column(sender)),
                new DBParam("PAGE_ID", pageId),
                new DBParam("AT_MILLIS", at.toEpochMilli()));
    }

    @Override
    public void forgetBefore(Instant moment) {
        ao.executeInTransaction(() -> ao.deleteWithSQL(TrafficRow.class, "AT_MILLIS < ?", moment.toEpochMilli()));
    }

    private int count(String where, Object... values) {
        return ao.count(TrafficRow.class, Query.select().where(where, values));
    }

    private static String column(String sender) {
        return Objects.requireNonNullElse(Texts.column(sender.toLowerCase(Locale.ROOT)), "");
    }
}
