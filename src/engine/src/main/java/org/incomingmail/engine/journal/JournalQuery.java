package org.incomingmail.engine.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.incomingmail.engine.server.MailServerId;

/**
 * Which entries to show, newest first.
 *
 * @param states empty means all
 * @param text found in sender or subject, ignoring case
 */
public record JournalQuery(
        Optional<MailServerId> server,
        Set<JournalEntry.State> states,
        Optional<String> code,
        Optional<String> text,
        Optional<Instant> from,
        Optional<Instant> until,
        int offset,
        int limit) {}
