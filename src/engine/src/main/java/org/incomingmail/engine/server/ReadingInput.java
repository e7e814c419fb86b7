package org.incomingmail.engine.server;

import static org.incomingmail.engine.server.ServerCode.REQUIRED;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what is taken from the mailbox and what happens to it afterwards. */
final class ReadingInput {
    private static final String INBOX = "INBOX";
    private final InstantSource clock;

    ReadingInput(InstantSource clock) {
        this.clock = clock;
    }

    Reading read(FieldReader fields, Protocol protocol, Optional<Reading> stored) {
        String folder =
                protocol.imap() ? fields.text(Field.FOLDER, Limits.FOLDER).orElse(INBOX) : INBOX;
        AfterProcessing policy = policy(fields, protocol);
        return new Reading(
                folder,
                policy,
                policy == AfterProcessing.MOVE ? target(fields, folder) : null,
                fields.seconds(Field.POLL_SECONDS, Limits.POLL, Limits.SHORTEST_POLL, Limits.LONGEST_POLL),
                since(fields, stored));
    }

    /** Deleting is confirmed by typing the mailbox's address, once for the same mailbox. */
    void confirmDeletion(FieldReader fields, MailServerInput input, MailServer server, Optional<MailServer> stored) {
        boolean deletes = server.reading().afterProcessing() == AfterProcessing.DELETE;
        boolean confirmed = input.value(Field.DELETE_CONFIRMATION)
                .filter(server.toAddress()::equalsIgnoreCase)
                .isPresent();
        if (deletes
                && !confirmed
                && !stored.filter(old -> deletedAlready(old, server)).isPresent()) {
            fields.reject(Field.DELETE_CONFIRMATION, ServerCode.DELETE_CONFIRMATION);
        }
    }

    private static boolean deletedAlready(MailServer stored, MailServer now) {
        return stored.reading().afterProcessing() == AfterProcessing.DELETE
                && stored.endpoint().hostname().equalsIgnoreCase(now.endpoint().hostname())
                && stored.username().equals(now.username())
                && stored.reading().folder().equals(now.reading().folder())
                && stored.toAddress().equalsIgnoreCase(now.toAddress());
    }

    private static AfterProcessing policy(FieldReader fields, Protocol protocol) {
        AfterProcessing otherwise = protocol.imap() ? AfterProcessing.MARK_READ : AfterProcessing.LEAVE;
        AfterProcessing policy =
                fields.choice(Field.AFTER_PROCESSING, AfterProcessing.class).orElse(otherwise);
        if (!MailboxKind.of(protocol).policies().contains(policy)) {
            fields.reject(Field.AFTER_PROCESSING, ServerCode.POP_POLICY);
        }
        return policy;
    }

    private static @Nullable String target(FieldReader fields, String folder) {
        Optional<String> target = fields.text(Field.MOVE_TO_FOLDER, Limits.FOLDER);
        if (target.isEmpty()) {
            fields.reject(Field.MOVE_TO_FOLDER, REQUIRED);
        } else if (target.get().equals(folder) || (isInbox(target.get()) && isInbox(folder))) {
            fields.reject(Field.MOVE_TO_FOLDER, ServerCode.SAME_FOLDER);
        }
        return target.orElse(null);
    }

    /** RFC 3501 5.1: INBOX is the one name that ignores case. */
    private static boolean isInbox(String folder) {
        return folder.equalsIgnoreCase(INBOX);
    }

    /** IMAP's INTERNALDATE has whole seconds: a mail of this very second counts as new. */
    private @Nullable Instant since(FieldReader fields, Optional<Reading> stored) {
        boolean wasOnlyNew = stored.map(reading -> reading.since() != null).orElse(true);
        if (!fields.yes(Field.ONLY_NEW_MAIL, wasOnlyNew)) {
            return null;
        }
        return stored.flatMap(reading -> Optional.ofNullable(reading.since()))
                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
