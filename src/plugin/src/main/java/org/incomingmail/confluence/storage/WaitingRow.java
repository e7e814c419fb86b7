package org.incomingmail.confluence.storage;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;
import org.jspecify.annotations.Nullable;

/** A message that waits for a decision. Moments are milliseconds; 0 for none. */
@Table("WAITING")
@Preload
public interface WaitingRow extends Entity {
    /** Id of the message's row. */
    @Unique
    @NotNull
    long getMessageRow();

    void setMessageRow(long id);

    long getServerId();

    void setServerId(long id);

    @Nullable
    String getUserKey();

    void setUserKey(@Nullable String key);

    /** SHA-256 of the confirmation link's token; the token itself is in one mail only. */
    @Indexed
    @Nullable
    String getTokenHash();

    void setTokenHash(@Nullable String hash);

    long getSinceMillis();

    void setSinceMillis(long millis);

    long getExpiresMillis();

    void setExpiresMillis(long millis);
}
