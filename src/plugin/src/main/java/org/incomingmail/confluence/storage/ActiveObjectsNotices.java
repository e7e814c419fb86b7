package org.incomingmail.confluence.storage;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import net.java.ao.ActiveObjectsException;
import net.java.ao.DBParam;
import net.java.ao.Query;

/** The notices that were sent, in the host's database. */
@Named
public class ActiveObjectsNotices implements NoticeBook {
    private final ActiveObjects ao;

    @Inject
    public ActiveObjectsNotices(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public boolean note(String key, Instant now) {
        if (ao.count(NoticeRow.class, Query.select().where("NOTICE_KEY = ?", key)) > 0) {
            return false;
        }
        try {
            ao.executeInTransaction(() -> ao.create(
                    NoticeRow.class, new DBParam("NOTICE_KEY", key), new DBParam("SENT_MILLIS", now.toEpochMilli())));
            return true;
        } catch (ActiveObjectsException anotherNodeWasQuicker) {
            return false;
        }
    }

    @Override
    public void forget(String key) {
        ao.deleteWithSQL(NoticeRow.class, "NOTICE_KEY = ?", key);
    }

    @Override
    public List<String> startingWith(String prefix) {
        return Arrays.stream(ao.find(NoticeRow.class))
                .map(NoticeRow::getNoticeKey)
                .filter(key -> key.startsWith(prefix))
                .sorted()
                .toList();
    }
}
