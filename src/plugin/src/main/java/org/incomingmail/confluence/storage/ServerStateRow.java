package org.incomingmail.confluence.storage;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;
import org.jspecify.annotations.Nullable;

/** How a mail server is doing. Moments are milliseconds; 0 for none. */
@Table("SERVER_STATE")
@Preload
public interface ServerStateRow extends Entity {
    @Unique
    @NotNull
    long getServerId();

    void setServerId(long id);

    @NotNull
    String getStatus();

    void setStatus(String status);

    long getSinceMillis();

    void setSinceMillis(long millis);

    long getLastCheckMillis();

    void setLastCheckMillis(long millis);

    long getNextCheckMillis();

    void setNextCheckMillis(long millis);

    @Nullable
    String getLastCode();

    void setLastCode(@Nullable String code);

    @Nullable
    @StringLength(StringLength.UNLIMITED)
    String getLastDetail();

    @StringLength(StringLength.UNLIMITED)
    void setLastDetail(@Nullable String detail);

    @Nullable
    @StringLength(StringLength.UNLIMITED)
    String getLastArguments();

    @StringLength(StringLength.UNLIMITED)
    void setLastArguments(@Nullable String arguments);

    int getFailures();

    void setFailures(int failures);
}
