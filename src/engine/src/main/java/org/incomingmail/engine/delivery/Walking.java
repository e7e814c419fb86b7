package org.incomingmail.engine.delivery;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.policy.Policy;
import org.incomingmail.engine.publishing.Composition;
import org.incomingmail.engine.routing.Decision;
import org.incomingmail.engine.routing.Placement;
import org.incomingmail.engine.screening.ScreeningCode;
import org.incomingmail.engine.screening.Verdict.Rejected;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.trust.Level;
import org.incomingmail.engine.trust.Trust;
import org.incomingmail.engine.trust.TrustCode;
import org.incomingmail.engine.wiki.WikiUser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One message on its way through the rooms. */
final class Walking implements Walk.Mail {
    private static final Logger log = LoggerFactory.getLogger(Walking.class);

    private final Rooms rooms;
    private final MailServer server;
    private final IncomingMessage message;
    private final Aftermath aftermath;
    private Optional<Level> trust = Optional.empty();

    Walking(Rooms rooms, MailServer server, IncomingMessage message) {
        this.rooms = rooms;
        this.server = server;
        this.message = message;
        this.aftermath = new Aftermath(rooms.book, server);
    }

    @Override
    public Optional<Level> trust() {
        return trust;
    }

    @Override
    public Envelope envelope() {
        return new Envelope(
                message.from().isEmpty() ? null : message.from().get(0).address(),
                Recipient.of(message, server.toAddress()),
                message.subject(),
                message.messageId().orElse(null));
    }

    @Override
    public Walk.Outcome publish(long id, Passage passage, Placement placement) throws IOException {
        Policy policy = rooms.book.policies().of(server.id());
        Assessment assessment = rooms.assessor.assess(server, message, policy, placement);
        trust = assessment.trust().map(Trust::level);
        if (assessment.decision().isEmpty() && assessment.screening() instanceof Rejected rejected) {
            return rejected.code() == ScreeningCode.BOUNCE
                    ? new Reports(rooms.wiki, rooms.ids).outcome(message, rejected)
                    : new Walk.Outcome.Rejected(rejected.code(), List.of(rejected.header()));
        }
        Decision decision = assessment.decision().orElseThrow();
        if (decision instanceof Decision.Hold hold) {
            if (passage != Passage.RELEASED) {
                return waits(id, new Walk.Outcome.Waiting(hold.code(), hold.arguments()), hold.writer());
            }
            decision = hold.otherwise();
        }
        if (decision instanceof Decision.Reject reject) {
            return new Walk.Outcome.Rejected(reject.code(), reject.arguments());
        }
        WikiUser author = decision.writer().orElseThrow();
        if (placement.author().isEmpty()) {
            aftermath.sender(author, assessment.trust().orElseThrow(), policy.answers());
        }
        Optional<Walk.Outcome> stopped = new Gate(rooms.book).stops(server, policy, assessment, decision, passage);
        if (stopped.isPresent()) {
            return stopped.get() instanceof Walk.Outcome.Waiting waiting
                    ? waits(id, waiting, Optional.of(author))
                    : stopped.get();
        }
        return written(decision, author, assessment.composition().orElseThrow());
    }

    private Walk.Outcome written(Decision decision, WikiUser author, Composition composition) throws IOException {
        Writing writing = new Writing(rooms.wiki);
        Walk.Outcome outcome = decision instanceof Decision.NewPage page
                ? writing.page(page, composition)
                : writing.reply((Decision.Reply) decision, composition);
        if (outcome instanceof Walk.Outcome.Published published) {
            rooms.book
                    .traffic()
                    .count(
                            server.id(),
                            author.email(),
                            published.content().pageId(),
                            rooms.book.clock().instant());
            if (decision instanceof Decision.NewPage page) {
                aftermath.shared(page.extras().sharedWith());
            }
        }
        return outcome;
    }

    private Walk.Outcome waits(long id, Walk.Outcome.Waiting waiting, Optional<WikiUser> author) {
        Instant now = rooms.book.clock().instant();
        boolean confirmable = waiting.code() == TrustCode.CONFIRMATION;
        @Nullable Instant expires = confirmable ? now.plus(rooms.book.confirmationTime()) : null;
        WaitingMail mail =
                new WaitingMail(id, server.id(), author.map(WikiUser::key).orElse(null), null, now, expires);
        rooms.book.waiting().put(mail);
        aftermath.waits(mail);
        return waiting;
    }

    @Override
    public void concluded(Walk.Outcome outcome) {
        try {
            aftermath.tell(outcome, envelope());
        } catch (Exception failed) {
            // the message is safe; confirmation mails are tried again by the job
            log.warn("IM-NOTIFICATION-FAILED the sender of a message could not be told: {}", InShort.of(failed));
            log.debug("Sender not told", failed);
        }
    }

    @Override
    public void close() {
        // holds nothing open: attachments are decoded from the spooled file while they are stored
    }
}
