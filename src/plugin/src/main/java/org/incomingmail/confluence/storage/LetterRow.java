package org.incomingmail.confluence.storage;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** How many letters of a kind an address got on a day. */
@Table("LETTER")
@Preload
public interface LetterRow extends Entity {
    /** Kind, day and digest of the address. */
    @Unique
    @NotNull
    String getLetterKey();

    void setLetterKey(String key);

    int getSent();

    void setSent(int sent);

    @Indexed
    long getDayMillis();

    void setDayMillis(long millis);
}
