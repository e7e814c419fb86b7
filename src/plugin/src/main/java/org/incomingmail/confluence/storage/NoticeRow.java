package org.incomingmail.confluence.storage;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** A notice to administrators that was sent. */
@Table("NOTICE")
@Preload
public interface NoticeRow extends Entity {
    @Unique
    @NotNull
    String getNoticeKey();

    void setNoticeKey(String key);

    long getSentMillis();

    void setSentMillis(long millis);
}
