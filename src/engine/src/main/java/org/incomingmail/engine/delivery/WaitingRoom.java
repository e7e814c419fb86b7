package org.incomingmail.engine.delivery;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.failure.Code;
import org.incomingmail.engine.journal.Event;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.routing.Placement;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServers;
import org.incomingmail.engine.wiki.Wiki;
import org.incomingmail.engine.wiki.WikiUser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages that are decided about later: what waits is released, confirmed, discarded or expired, what failed tried again. */
public final class WaitingRoom {
    private static final Logger log = LoggerFactory.getLogger(WaitingRoom.class);

    /**
     * What it works with.
     *
     * @param locks others than those of mailboxes: a decision need not wait for a check
     */
    public record Ports(
            Ledger ledger,
            MessageStore store,
            Transactions transactions,
            Locks locks,
            Walk walk,
            MailServers servers,
            Wiki wiki,
            WaitingMails waiting,
            Confirmations confirmations) {}

    /** What became of a decision. */
    public sealed interface Decided {
        /** The message has a new state. */
        record Done(State state, Optional<Code> code, List<String> arguments) implements Decided {}

        /** It does not wait, or not any longer. */
        record Gone() implements Decided {}

        /** Somebody decides about a message of the same mail server right now. */
        record Busy() implements Decided {}

        /** Its raw mail or its mail server is not there any more. */
        record Lost() implements Decided {}
    }

    private final Ports ports;
    private final Spool spool;
    private final InstantSource clock;

    public WaitingRoom(Ports ports, Spool spool, InstantSource clock) {
        this.ports = ports;
        this.spool = spool;
        this.clock = clock;
    }

    public List<WaitingMail> all() {
        return ports.waiting().all();
    }

    /** What a confirmation link is about, as long as it may be followed. */
    public Optional<WaitingMail> confirmable(String token) {
        return ports.waiting()
                .withToken(Confirmations.hash(token))
                .filter(mail -> mail.expires() != null && mail.expires().isAfter(clock.instant()));
    }

    /** Publishes it for an administrator. */
    public Decided release(long id, String administrator) throws Exception {
        Optional<WaitingMail> mail = ports.waiting().find(id);
        Event event = Event.by(administrator, clock.instant(), Event.Kind.RELEASED);
        return mail.isEmpty()
                ? new Decided.Gone()
                : publish(id, mail.get().server(), new Wish(Passage.RELEASED, Placement.none(), event));
    }

    /**
     * Tries once more what was rejected or quarantined, by the rules as they are now: after a permission was given, say.
     *
     * @param server that it came from
     */
    public Decided retry(MailServerId server, long id, String administrator) throws Exception {
        Event event = Event.by(administrator, clock.instant(), Event.Kind.RETRIED);
        return publish(id, server, new Wish(Passage.ARRIVED, Placement.none(), event));
    }

    /**
     * Publishes what waits, was rejected or quarantined as an administrator chooses, who vouches for it.
     *
     * @param server that it came from
     */
    public Decided place(MailServerId server, long id, Placement placement, String administrator) throws Exception {
        Event event = Event.by(
                administrator,
                clock.instant(),
                Event.Kind.PLACED,
                placement.spaceKey().orElse(""),
                placement.author().map(WikiUser::username).orElse(""));
        return publish(id, server, new Wish(Passage.RELEASED, placement, event));
    }

    /** Publishes it for its sender. */
    public Decided confirm(String token) throws Exception {
        Optional<WaitingMail> mail = confirmable(token);
        Event event = Event.of(clock.instant(), Event.Kind.CONFIRMED, "");
        return mail.isEmpty()
                ? new Decided.Gone()
                : publish(mail.get().id(), mail.get().server(), new Wish(Passage.CONFIRMED, Placement.none(), event));
    }

    /** The receiver of the link says that it is not to be published. */
    public Decided refuse(String token) throws Exception {
        Optional<WaitingMail> mail = confirmable(token);
        return mail.isEmpty() ? new Decided.Gone() : end(mail.get().id(), WaitingCode.CONFIRMATION_REFUSED, List.of());
    }

    /** @param administrator who decided so */
    public Decided discard(long id, String administrator) throws Exception {
        return end(id, WaitingCode.DISCARDED, List.of(administrator));
    }

    /**
     * Ends what was given up: nobody needs to look at it any more.
     *
     * @param server that it came from
     */
    public Decided dismiss(MailServerId server, long id, String administrator) throws Exception {
        boolean settle = ports.servers()
                .find(server)
                .filter(MessageDelivery::tellsRejected)
                .isPresent();
        return locked(server, () -> ports.transactions().execute(() -> {
            Optional<Claim> claim = ports.ledger().retake(id, clock.instant());
            return claim.isEmpty()
                    ? new Decided.Gone()
                    : conclude(claim.get(), Verdict.ended(WaitingCode.DISCARDED, List.of(administrator), settle));
        }));
    }

    /** Ends what was not confirmed in time, and returns how many. */
    public int expire() throws Exception {
        int expired = 0;
        for (WaitingMail mail : ports.waiting().all()) {
            if (mail.expires() != null && !mail.expires().isAfter(clock.instant())) {
                expired += end(mail.id(), WaitingCode.CONFIRMATION_EXPIRED, List.of()) instanceof Decided.Done ? 1 : 0;
            }
        }
        return expired;
    }

    /** Sends links that could not be sent so far. */
    public void ask() throws Exception {
        for (WaitingMail mail : ports.waiting().all()) {
            Optional<MailServer> server = ports.servers().find(mail.server());
            Optional<WikiUser> sender = Optional.ofNullable(mail.userKey()).flatMap(ports.wiki()::user);
            boolean open = mail.confirmable() && mail.tokenHash() == null && server.isPresent() && sender.isPresent();
            Optional<InputStream> raw = open ? ports.store().open(mail.id()) : Optional.empty();
            if (raw.isPresent()) {
                try (InputStream bytes = raw.get();
                        Spooled spooled = spool.take(bytes, Long.MAX_VALUE);
                        Walk.Mail read = ports.walk().read(server.get(), spooled.file())) {
                    ports.confirmations().ask(mail, server.get(), sender.get(), read.envelope());
                }
            }
        }
    }

    /** What is wanted of a message, by whom. */
    private record Wish(Passage passage, Placement placement, Event event) {
        /** Whether messages may be taken that ended, and not only those that wait. */
        boolean retakes() {
            return passage == Passage.ARRIVED || placement.chosen();
        }

        boolean reopens() {
            return passage != Passage.ARRIVED;
        }
    }

    private Decided publish(long id, MailServerId from, Wish wish) throws Exception {
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

    private Optional<Claim> taken(long id, Wish wish) {
        Optional<Claim> open = wish.reopens() ? ports.ledger().reopen(id, clock.instant()) : Optional.empty();
        return open.isEmpty() && wish.retakes() ? ports.ledger().retake(id, clock.instant()) : open;
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
                // the mail server was told when it began to wait, except to delete what became no content yet
                boolean settle = verdict.settle() && server.reading().afterProcessing() == AfterProcessing.DELETE;
                return conclude(claim.get(), settle ? verdict : verdict.withoutSettling());
            });
            if (outcome[0] != null) {
                mail.concluded(outcome[0]);
            }
            return decided;
        }
    }

    private Decided end(long id, Code code, List<String> arguments) throws Exception {
        Optional<WaitingMail> mail = ports.waiting().find(id);
        return mail.isEmpty()
                ? new Decided.Gone()
                : locked(mail.get().server(), () -> ports.transactions().execute(() -> ended(id, code, arguments)));
    }

    private Decided ended(long id, Code code, List<String> arguments) {
        Optional<Claim> claim = ports.ledger().reopen(id, clock.instant());
        if (claim.isEmpty()) {
            return new Decided.Gone();
        }
        ports.waiting().remove(id);
        return conclude(claim.get(), Verdict.ended(code, arguments));
    }

    private Decided conclude(Claim claim, Verdict verdict) {
        ports.ledger().conclude(claim, verdict, clock.instant());
        log.debug("message {} waits no longer: {}", claim.id(), verdict.state());
        return new Decided.Done(verdict.state(), Optional.ofNullable(verdict.code()), verdict.arguments());
    }

    private Decided locked(MailServerId server, java.util.concurrent.Callable<Decided> work) throws Exception {
        Optional<Locks.Held> lock = ports.locks().tryLock(server);
        if (lock.isEmpty()) {
            return new Decided.Busy();
        }
        try (Locks.Held held = lock.get()) {
            return work.call();
        }
    }
}
