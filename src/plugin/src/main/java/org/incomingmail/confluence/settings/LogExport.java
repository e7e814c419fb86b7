package org.incomingmail.confluence.settings;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.journal.Journal;
import org.incomingmail.engine.journal.JournalEntry;
import org.incomingmail.engine.journal.JournalQuery;

/** Writes the incoming mail log as CSV, a slice at a time. */
public final class LogExport {
    private static final int SLICE = 200;
    private static final int MOST = 100_000;
    private static final List<String> COLUMNS = List.of(
            "id",
            "received",
            "updated",
            "server",
            "state",
            "code",
            "sender",
            "recipient",
            "subject",
            "messageId",
            "size",
            "attempts",
            "contentTitle",
            "contentUrl");
    private final Journal journal;

    public LogExport(Journal journal) {
        this.journal = journal;
    }

    /** All that match, newest first, from the query's offset on. With a byte order mark, by which Excel knows UTF-8. */
    public void write(JournalQuery query, OutputStream out) throws IOException {
        write("\uFEFF" + CsvText.line(COLUMNS), out);
        // what arrives meanwhile would shift the slices
        Optional<Instant> until = query.until().or(() -> Optional.of(Instant.now()));
        int offset = query.offset();
        int found;
        do {
            JournalQuery slice = new JournalQuery(
                    query.server(), query.states(), query.code(), query.text(), query.from(), until, offset, SLICE);
            List<JournalEntry> entries = journal.find(slice).entries();
            for (JournalEntry entry : entries) {
                write(line(entry), out);
            }
            found = entries.size();
            offset += found;
        } while (found == SLICE && offset < MOST);
    }

    private static String line(JournalEntry entry) {
        return CsvText.line(Arrays.asList(
                entry.id(),
                entry.received(),
                entry.updated(),
                entry.serverName(),
                entry.state(),
                entry.code(),
                entry.sender(),
                entry.recipient(),
                entry.subject(),
                entry.messageId(),
                entry.size(),
                entry.attempts(),
                entry.contentTitle(),
                entry.contentUrl()));
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
