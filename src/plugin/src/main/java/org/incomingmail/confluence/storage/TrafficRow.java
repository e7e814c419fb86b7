package org.incomingmail.confluence.storage;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.Table;

/** A message that was published, for as long as it counts. */
@Table("TRAFFIC")
@Preload
public interface TrafficRow extends Entity {
    long getServerId();

    void setServerId(long id);

    /** Lower case. */
    @NotNull
    String getSender();

    void setSender(String sender);

    long getPageId();

    void setPageId(long id);

    @Indexed
    long getAtMillis();

    void setAtMillis(long millis);
}
