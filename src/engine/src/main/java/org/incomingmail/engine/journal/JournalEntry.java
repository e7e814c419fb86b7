package org.incomingmail.engine.journal;

import java.time.Instant;
import java.util.List;
import org.incomingmail.engine.server.MailServerId;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one message.
 *
 * @param code reason code of a rejection or failure; null when published
 * @param codeArguments values for the texts of the code
 * @param contentId what it became, or null
 * @param contentTitle title of the page it became or commented on, or null
 * @param contentUrl absolute address of what it became, or null
 * @param size bytes
 * @param attempts how often it was tried
 * @param rawKept whether the raw mail can be downloaded
 * @param story what happened to it, oldest first; empty for messages of before it was told
 */
public record JournalEntry(
        long id,
        MailServerId server,
        String serverName,
        State state,
        @Nullable String code,
        List<String> codeArguments,
        @Nullable String sender,
        @Nullable String recipient,
        @Nullable String subject,
        @Nullable String messageId,
        @Nullable Long contentId,
        @Nullable String contentTitle,
        @Nullable String contentUrl,
        long size,
        int attempts,
        Instant received,
        Instant updated,
        boolean rawKept,
        List<Event> story) {

    /** Where a message is on its walk. */
    public enum State {
        PROCESSING,
        PAGE_CREATED,
        COMMENT_CREATED,
        REJECTED,
        /** For its sender or an administrator. */
        WAITING,
        RETRYING,
        QUARANTINED,
        SKIPPED
    }
}
