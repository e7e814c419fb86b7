package org.incomingmail.engine.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.incomingmail.engine.server.MailServer;

/**
 * Messages that were to be tried again and are not in the mailbox any more: somebody moved or deleted them, or the mailbox
 * is numbered anew (RFC 3501 2.3.1.1). Nothing else would ever end their wait.
 */
final class LeftBehind {
    /** A listing may miss a message for a while; one that is missing a day after its time does not come back. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final CheckTools tools;
    private final MailServer server;
    private final String epoch;

    LeftBehind(CheckTools tools, MailServer server, String epoch) {
        this.tools = tools;
        this.server = server;
        this.epoch = epoch;
    }

    /**
     * Ends their wait.
     *
     * @param listed UIDs of all messages in the mailbox that are wanted now
     * @return the lowest UID that still needs something; empty also when UIDs are no numbers (POP3)
     */
    OptionalLong conclude(Set<String> listed) throws Exception {
        long lowest = Long.MAX_VALUE;
        for (OpenMessage open : tools.ledger().open(server.id())) {
            if (!open.epoch().equals(epoch)) {
                conclude(open, Verdict.skipped(Envelope.UNREAD, DeliveryCode.RENUMBERED, List.of(), false));
            } else if (overdue(open) && !listed.contains(open.uid())) {
                conclude(open, Verdict.quarantined(Envelope.UNREAD, DeliveryCode.MESSAGE_GONE, List.of()));
            } else if (server.endpoint().protocol().imap()) {
                lowest = Math.min(lowest, Long.parseLong(open.uid()));
            }
        }
        return lowest == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(lowest);
    }

    private boolean overdue(OpenMessage open) {
        Instant now = tools.clock().instant();
        boolean due = open.due() == null || !open.due().isAfter(now);
        return due && !open.updated().plus(PATIENCE).isAfter(now);
    }

    private void conclude(OpenMessage open, Verdict verdict) throws Exception {
        tools.delivery().conclude(server, new Claim(open.id(), open.attempts()), verdict, open.uid());
    }
}
