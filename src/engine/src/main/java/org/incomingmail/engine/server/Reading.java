package org.incomingmail.engine.server;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is read from the mailbox, when, and what happens to it afterwards.
 *
 * @param folder IMAP folder, decoded (not modified UTF-7); INBOX for POP3
 * @param moveToFolder where MOVE puts processed mail; null otherwise
 * @param pollInterval time between two checks
 * @param since only mail the server received at or after this moment; null takes all. POP3: by the date of first sight
 */
public record Reading(
        String folder,
        AfterProcessing afterProcessing,
        @Nullable String moveToFolder,
        Duration pollInterval,
        @Nullable Instant since) {}
