package org.incomingmail.engine.delivery;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.mailbox.MessageHandle;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.MailServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one spooled message to its outcome, exactly once: content and ledger are one transaction. */
final class MessageDelivery {
    private static final Logger log = LoggerFactory.getLogger(MessageDelivery.class);
    private final Ledger ledger;
    private final MessageStore store;
    private final Transactions transactions;
    private final Walk walk;
    private final Measures measures;
    private final Limits limits;
    private final Ending ending;
    private final Clock clock;

    MessageDelivery(
            Ledger ledger,
            MessageStore store,
            Transactions transactions,
            Walk walk,
            Measures measures,
            Limits limits,
            Ending ending,
            Clock clock) {
        this.measures = measures;
        this.ledger = ledger;
        this.store = store;
        this.transactions = transactions;
        this.walk = walk;
        this.limits = limits;
        this.ending = ending;
        this.clock = clock;
    }

    /** Empty when the outcome stands already. Throws only when the ledger itself fails, or the app stops. */
    Optional<State> deliver(MailServer server, String epoch, MessageHandle message, Spooled spooled) throws Exception {
        Optional<State> outcome = delivered(server, epoch, message, spooled);
        outcome.ifPresent(state -> measures.outcome(server, state, lag(message)));
        return outcome;
    }

    private Duration lag(MessageHandle message) {
        Duration lag =
                message.received() == null ? Duration.ZERO : Duration.between(message.received(), clock.instant());
        return lag.isNegative() ? Duration.ZERO : lag; // clocks differ
    }

    private Optional<State> delivered(MailServer server, String epoch, MessageHandle message, Spooled spooled)
            throws Exception {
        MessageHandle measured = new MessageHandle(message.uid(), spooled.size(), message.received());
        Optional<Claim> taken = transactions.execute(() -> claim(server, epoch, measured, spooled));
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        Claim claim = taken.get();
        if (claim.attempts() > limits.attempts()) {
            // each attempt was begun and none ended: this message takes the node down with it
            return Optional.of(conclude(
                    server,
                    claim,
                    Verdict.quarantined(Envelope.UNREAD, DeliveryCode.NODE_DIED, List.of()),
                    message.uid()));
        }
        Envelope[] envelope = {Envelope.UNREAD};
        try (Walk.Mail mail = walk.read(server, spooled.file())) {
            envelope[0] = mail.envelope();
            return Optional.of(publish(server, claim, mail, spooled, message.uid()));
        } catch (Throwable failed) {
            rethrowDeathOfTheVm(failed);
            if (ending.begun()) {
                throw failed; // the claim stays open: taken up again at the next start
            }
            return Optional.of(conclude(server, claim, afterFailure(claim, envelope[0], failed), message.uid()));
        }
    }

    // a disk without room for raw mail is not the message's fault: then the claim goes with the transaction
    private Optional<Claim> claim(MailServer server, String epoch, MessageHandle message, Spooled spooled)
            throws IOException {
        Optional<Claim> claim = ledger.claim(server, epoch, message, clock.instant());
        if (claim.isPresent()) {
            store.keep(claim.get().id(), spooled.file(), clock.instant());
        }
        return claim;
    }

    /** Journals a message that is not processed at all. */
    Optional<State> skip(
            MailServer server, String epoch, MessageHandle message, DeliveryCode code, List<String> arguments)
            throws Exception {
        Optional<State> skipped = transactions.execute(() -> {
            Optional<Claim> claim = ledger.claim(server, epoch, message, clock.instant());
            claim.ifPresent(taken ->
                    ledger.conclude(taken, Verdict.skipped(Envelope.UNREAD, code, arguments, false), clock.instant()));
            return claim.map(taken -> State.SKIPPED);
        });
        skipped.ifPresent(state -> measures.outcome(server, state, lag(message)));
        return skipped;
    }

    private State publish(MailServer server, Claim claim, Walk.Mail mail, Spooled spooled, String uid)
            throws Exception {
        Envelope envelope = mail.envelope();
        String recipient = envelope.recipient() == null ? server.toAddress() : envelope.recipient();
        String identity = spooled.identity(envelope.messageId(), recipient);
        Walk.@Nullable Outcome[] outcome = new Walk.Outcome[1];
        Verdict verdict = transactions.execute(() -> {
            Optional<State> former = ledger.outcome(identity);
            outcome[0] = former.isPresent() ? null : mail.publish(claim.id(), Passage.ARRIVED);
            Verdict reached = outcome[0] == null
                    ? Verdict.skipped(envelope, DeliveryCode.DUPLICATE, List.of(), tellsCopy(server, former))
                    : verdict(server, envelope, outcome[0], identity).trusting(mail.trust());
            ledger.conclude(claim, reached, clock.instant());
            return reached;
        });
        if (outcome[0] != null) {
            mail.concluded(outcome[0]);
        }
        report(server, uid, verdict);
        return verdict.state();
    }

    static Verdict verdict(MailServer server, Envelope envelope, Walk.Outcome outcome, @Nullable String identity) {
        if (outcome instanceof Walk.Outcome.Published published) {
            Verdict verdict = Verdict.published(envelope, published.content(), identity);
            return tellsServer(server) ? verdict : verdict.withoutSettling();
        }
        boolean settle = tellsRejected(server);
        if (outcome instanceof Walk.Outcome.Waiting waiting) {
            return Verdict.waiting(envelope, waiting.code(), waiting.arguments(), identity, settle);
        }
        Walk.Outcome.Rejected rejected = (Walk.Outcome.Rejected) outcome;
        return Verdict.rejected(envelope, rejected.code(), rejected.arguments(), identity, settle)
                .about(rejected.about().orElse(null));
    }

    /** Of what became no content no copy is deleted either. */
    private static boolean tellsCopy(MailServer server, Optional<State> former) {
        boolean content = former.filter(state -> state == State.PAGE_CREATED || state == State.COMMENT_CREATED)
                .isPresent();
        return content ? tellsServer(server) : tellsRejected(server);
    }

    /** What became no content stays where its owner can find it. */
    static boolean tellsRejected(MailServer server) {
        return tellsServer(server) && server.reading().afterProcessing() != AfterProcessing.DELETE;
    }

    private static boolean tellsServer(MailServer server) {
        return server.reading().afterProcessing() != AfterProcessing.LEAVE;
    }

    private Verdict afterFailure(Claim claim, Envelope envelope, Throwable failed) {
        log.debug("Message failed", failed);
        List<String> reason = List.of(InShort.of(failed));
        return claim.attempts() >= limits.attempts()
                ? Verdict.quarantined(envelope, DeliveryCode.PROCESSING_FAILED, reason)
                : Verdict.retrying(
                        envelope,
                        DeliveryCode.PROCESSING_FAILED,
                        reason,
                        clock.instant().plus(limits.retryAfter(claim.attempts())));
    }

    /** Gives a message an outcome without a look at it. */
    State conclude(MailServer server, Claim claim, Verdict verdict, String uid) throws Exception {
        transactions.execute(() -> {
            ledger.conclude(claim, verdict, clock.instant());
            return verdict;
        });
        report(server, uid, verdict);
        return verdict.state();
    }

    private static void report(MailServer server, String uid, Verdict verdict) {
        String code = verdict.code() == null ? "" : verdict.code().id();
        switch (verdict.state()) {
            case QUARANTINED ->
                log.error(
                        "{} mail server '{}': message {} was given up, see the incoming mail log; {}",
                        code,
                        server.name(),
                        uid,
                        verdict.arguments());
            case RETRYING ->
                log.warn(
                        "{} mail server '{}': message {} failed and is tried again after {}; {}",
                        code,
                        server.name(),
                        uid,
                        verdict.due(),
                        verdict.arguments());
            case WAITING -> log.info("{} mail server '{}': message {} waits for a decision", code, server.name(), uid);
            case REJECTED ->
                log.warn(
                        "{} mail server '{}': message {} was not published, see the incoming mail log",
                        code,
                        server.name(),
                        uid);
            default -> log.debug("mail server '{}': message {} {} {}", server.name(), uid, verdict.state(), code);
        }
    }

    private static void rethrowDeathOfTheVm(Throwable failed) {
        if (failed instanceof VirtualMachineError death && !(failed instanceof StackOverflowError)) {
            throw death;
        }
    }
}
