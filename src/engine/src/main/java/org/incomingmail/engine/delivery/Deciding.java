package org.incomingmail.engine.delivery;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.incomingmail.engine.delivery.WaitingRoom.Decided;
import org.incomingmail.engine.failure.Code;
import org.incomingmail.engine.journal.Event;
import org.incomingmail.engine.routing.Placement;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what was decided about one message: takes its row, publishes or ends it, and has the mail server told once. */
final class Deciding {
    private static final Logger log = LoggerFactory.getLogger(Deciding.class);

    private final WaitingRoom.Ports ports;
    private final Spool spool;
    private final InstantSource clock;

    Deciding(WaitingRoom.Ports ports, Spool spool, InstantSource clock) {
        this.ports = ports;
        this.spool = spool;
        this.clock = clock;
    }

    /** What is wanted of a message, by whom. */
    record Wish(Passage passage, Placement placement, Event event) {
        /** Whether messages may be taken that ended, and not only those that wait. */
        boolean retakes() {
            return passage == Passage.ARRIVED || placement.chosen();
        }

        boolean reopens() {
            return passage != Passage.ARRIVED;
        }
    }

    Decided publish(long id, MailServerId from, Wish wish) throws Exception {
        Optional<MailServer> server = ports.servers().find(from);
        Optional<InputStream> raw = ports.store().open(id);
        if (server.isEmpty() || raw.isEmpty()) {
            return new Decided.Lost();
        }
        try (InputStream bytes = raw.get();
                Spooled spooled = spool.take(bytes, Long.MAX_VALUE)) {
            return locked(from, () -> published(id, wish, server.get(), spooled));
        }
    }

    private Decided published(long id, Wish wish, MailServer server, Spooled spooled) throws Exception {
        try (Walk.Mail mail = ports.walk().read(server, spooled.file())) {
            Walk.@Nullable Outcome[] outcome = new Walk.Outcome[1];
            Decided decided = ports.transactions().execute(() -> {
                Optional<Claim> claim = taken(id, wish);
                if (claim.isEmpty()) {
                    return new Decided.Gone();
                }
                ports.waiting().remove(id);
                ports.ledger().note(id, wish.event());
                outcome[0] = mail.publish(id, wish.passage(), wish.placement());
                Verdict verdict = MessageDelivery.verdict(server, mail.envelope(), outcome[0], null)
                        .trusting(mail.trust());
                // who was told before was not told to delete, as that is for content only
                boolean untold = !claim.get().told() || server.reading().afterProcessing() == AfterProcessing.DELETE;
                return conclude(claim.get(), untold ? verdict : verdict.withoutSettling());
            });
            if (outcome[0] != null) {
                mail.concluded(outcome[0]);
            }
            return decided;
        }
    }

    private Optional<Claim> taken(long id, Wish wish) {
        Optional<Claim> open = wish.reopens() ? ports.ledger().reopen(id, clock.instant()) : Optional.empty();
        return open.isEmpty() && wish.retakes() ? ports.ledger().retake(id, clock.instant()) : open;
    }

    /** Ends what waits. */
    Decided end(long id, Code code, List<String> arguments) throws Exception {
        Optional<WaitingMail> mail = ports.waiting().find(id);
        return mail.isEmpty()
                ? new Decided.Gone()
                : ended(mail.get().server(), () -> ports.ledger().reopen(id, clock.instant()), code, arguments);
    }

    /** Ends what was given up or rejected. */
    Decided dismiss(MailServerId from, long id, Code code, List<String> arguments) throws Exception {
        return ended(from, () -> ports.ledger().retake(id, clock.instant()), code, arguments);
    }

    private Decided ended(MailServerId from, Callable<Optional<Claim>> taking, Code code, List<String> arguments)
            throws Exception {
        boolean tells = ports.servers()
                .find(from)
                .filter(MessageDelivery::tellsRejected)
                .isPresent();
        return locked(from, () -> ports.transactions().execute(() -> {
            Optional<Claim> claim = taking.call();
            if (claim.isEmpty()) {
                return new Decided.Gone();
            }
            ports.waiting().remove(claim.get().id());
            return conclude(
                    claim.get(),
                    Verdict.ended(code, arguments, tells && !claim.get().told()));
        }));
    }

    private Decided conclude(Claim claim, Verdict verdict) {
        ports.ledger().conclude(claim, verdict, clock.instant());
        log.debug("message {} is decided about: {}", claim.id(), verdict.state());
        return new Decided.Done(verdict.state(), Optional.ofNullable(verdict.code()), verdict.arguments());
    }

    private Decided locked(MailServerId server, Callable<Decided> work) throws Exception {
        Optional<Locks.Held> lock = ports.locks().tryLock(server);
        if (lock.isEmpty()) {
            return new Decided.Busy();
        }
        try (Locks.Held held = lock.get()) {
            return work.call();
        }
    }
}
