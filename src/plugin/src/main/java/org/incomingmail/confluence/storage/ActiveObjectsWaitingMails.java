package org.incomingmail.confluence.storage;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.incomingmail.engine.delivery.WaitingMail;
import org.incomingmail.engine.delivery.WaitingMails;
import org.incomingmail.engine.server.MailServerId;

/** Messages that wait, in the host's database. */
@Named
public class ActiveObjectsWaitingMails implements WaitingMails {
    private final ActiveObjects ao;

    @Inject
    public ActiveObjectsWaitingMails(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public void put(WaitingMail mail) {
        WaitingRow row =
                row(mail.id()).orElseGet(() -> ao.create(WaitingRow.class, new DBParam("MESSAGE_ROW", mail.id())));
        row.setServerId(mail.server().value());
        row.setUserKey(mail.userKey());
        row.setTokenHash(mail.tokenHash());
        row.setSinceMillis(mail.since().toEpochMilli());
        row.setExpiresMillis(Moments.millis(mail.expires()));
        row.save();
    }

    @Override
    public Optional<WaitingMail> find(long id) {
        return row(id).map(ActiveObjectsWaitingMails::mail);
    }

    @Override
    public Optional<WaitingMail> withToken(String tokenHash) {
        return Arrays.stream(ao.find(WaitingRow.class, Query.select().where("TOKEN_HASH = ?", tokenHash)))
                .findFirst()
                .map(ActiveObjectsWaitingMails::mail);
    }

    @Override
    public List<WaitingMail> all() {
        return Arrays.stream(ao.find(WaitingRow.class, Query.select().order("ID")))
                .map(ActiveObjectsWaitingMails::mail)
                .toList();
    }

    @Override
    public void remove(long id) {
        ao.deleteWithSQL(WaitingRow.class, "MESSAGE_ROW = ?", id);
    }

    private Optional<WaitingRow> row(long id) {
        return Arrays.stream(ao.find(WaitingRow.class, Query.select().where("MESSAGE_ROW = ?", id)))
                .findFirst();
    }

    private static WaitingMail mail(WaitingRow row) {
        return new WaitingMail(
                row.getMessageRow(),
                new MailServerId(row.getServerId()),
                row.getUserKey(),
                row.getTokenHash(),
                Instant.ofEpochMilli(row.getSinceMillis()),
                Moments.moment(row.getExpiresMillis()));
    }
}
