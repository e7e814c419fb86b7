package org.incomingmail.confluence.storage;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;
import org.jspecify.annotations.Nullable;

/** The rules of one mail server: a line for each path with its value. */
@Table("POLICY")
@Preload
public interface PolicyRow extends Entity {
    @Unique
    @NotNull
    long getServerId();

    void setServerId(long id);

    @Nullable
    @StringLength(StringLength.UNLIMITED)
    String getSettings();

    @StringLength(StringLength.UNLIMITED)
    void setSettings(@Nullable String settings);
}
