package org.incomingmail.engine.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.policy.Policy;
import org.incomingmail.engine.policy.Rates;
import org.incomingmail.engine.routing.Decision;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.wiki.WikiUser;

/** Lets a message through to publishing, or says why it waits or is refused. */
final class Gate {
    private final Rulebook book;

    Gate(Rulebook book) {
        this.book = book;
    }

    /** Empty lets it through. */
    Optional<Walk.Outcome> stops(
            MailServer server, Policy policy, Assessment assessment, Decision decision, Passage passage) {
        if (passage == Passage.RELEASED) {
            return Optional.empty();
        }
        Optional<Walk.Outcome> distrusted = passage == Passage.CONFIRMED ? Optional.empty() : assessment.distrust();
        return distrusted.or(() ->
                tooMany(server, policy.rates(), decision, decision.writer().orElseThrow()));
    }

    private Optional<Walk.Outcome> tooMany(MailServer server, Rates rates, Decision decision, WikiUser author) {
        Instant since = book.clock().instant().minus(Duration.ofHours(1));
        String sender = author.email();
        if (rates.perSender() > 0 && book.traffic().ofSender(server.id(), sender, since) >= rates.perSender()) {
            return waits(WaitingCode.RATE_SENDER, sender, rates.perSender());
        }
        if (rates.perMailbox() > 0 && book.traffic().ofMailbox(server.id(), since) >= rates.perMailbox()) {
            return waits(WaitingCode.RATE_MAILBOX, server.name(), rates.perMailbox());
        }
        if (decision instanceof Decision.Reply reply
                && rates.perThread() > 0
                && book.traffic().ofThread(server.id(), sender, reply.pageId(), since) >= rates.perThread()) {
            return waits(WaitingCode.RATE_THREAD, sender, rates.perThread());
        }
        return Optional.empty();
    }

    private static Optional<Walk.Outcome> waits(WaitingCode code, String who, int most) {
        return Optional.of(new Walk.Outcome.Waiting(code, List.of(who, Integer.toString(most))));
    }
}
