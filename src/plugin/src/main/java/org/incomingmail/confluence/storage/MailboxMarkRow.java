package org.incomingmail.confluence.storage;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** Up to which UID a mailbox needs nothing more. */
@Table("MAILBOX_MARK")
@Preload
public interface MailboxMarkRow extends Entity {
    /** Server id and epoch. */
    @Unique
    @NotNull
    String getMailbox();

    void setMailbox(String mailbox);

    long getLowWater();

    void setLowWater(long uid);
}
