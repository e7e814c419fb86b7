package org.incomingmail.confluence.storage;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;
import org.jspecify.annotations.Nullable;

/** A node on which the app runs, or ran until it died. */
@Table("NODE")
@Preload
public interface NodeRow extends Entity {
    @Unique
    @NotNull
    String getNodeId();

    void setNodeId(String id);

    @NotNull
    String getName();

    void setName(String name);

    boolean isListens();

    void setListens(boolean listens);

    /** Numbers of mail servers, a line each. */
    @Nullable
    @StringLength(StringLength.UNLIMITED)
    String getListening();

    @StringLength(StringLength.UNLIMITED)
    void setListening(@Nullable String ids);
}
