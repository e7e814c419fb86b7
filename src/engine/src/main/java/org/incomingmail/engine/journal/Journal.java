package org.incomingmail.engine.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Port: reads what happened to messages. Delivery writes it through its ledger. */
public interface Journal {

    Page find(JournalQuery query);

    Optional<JournalEntry> entry(long id);

    /** The raw mail, while it is kept. */
    Optional<InputStream> raw(long id) throws IOException;

    /** A slice of the journal with the number of all that match. */
    record Page(java.util.List<JournalEntry> entries, int total) {}
}
