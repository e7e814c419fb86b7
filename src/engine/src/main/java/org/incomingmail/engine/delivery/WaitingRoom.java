package org.incomingmail.engine.delivery;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.failure.Code;
import org.incomingmail.engine.journal.Event;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.routing.Placement;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServers;
import org.incomingmail.engine.wiki.Wiki;
import org.incomingmail.engine.wiki.WikiUser;

/** Messages that are decided about later: what waits is released, confirmed, discarded or expired, what failed tried again. */
public final class WaitingRoom {
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
    private final Deciding deciding;
    private final Spool spool;
    private final InstantSource clock;

    public WaitingRoom(Ports ports, Spool spool, InstantSource clock) {
        this.ports = ports;
        this.deciding = new Deciding(ports, spool, clock);
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
                : deciding.publish(
                        id, mail.get().server(), new Deciding.Wish(Passage.RELEASED, Placement.none(), event));
    }

    /**
     * Tries once more what was rejected or quarantined, by the rules as they are now: after a permission was given, say.
     *
     * @param server that it came from
     */
    public Decided retry(MailServerId server, long id, String administrator) throws Exception {
        Event event = Event.by(administrator, clock.instant(), Event.Kind.RETRIED);
        return deciding.publish(id, server, new Deciding.Wish(Passage.ARRIVED, Placement.none(), event));
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
        return deciding.publish(id, server, new Deciding.Wish(Passage.RELEASED, placement, event));
    }

    /** Publishes it for its sender. */
    public Decided confirm(String token) throws Exception {
        Optional<WaitingMail> mail = confirmable(token);
        Event event = Event.of(clock.instant(), Event.Kind.CONFIRMED, "");
        return mail.isEmpty()
                ? new Decided.Gone()
                : deciding.publish(
                        mail.get().id(),
                        mail.get().server(),
                        new Deciding.Wish(Passage.CONFIRMED, Placement.none(), event));
    }

    /** The receiver of the link says that it is not to be published. */
    public Decided refuse(String token) throws Exception {
        Optional<WaitingMail> mail = confirmable(token);
        return mail.isEmpty()
                ? new Decided.Gone()
                : deciding.end(mail.get().id(), WaitingCode.CONFIRMATION_REFUSED, List.of());
    }

    /** @param administrator who decided so */
    public Decided discard(long id, String administrator) throws Exception {
        return deciding.end(id, WaitingCode.DISCARDED, List.of(administrator));
    }

    /**
     * Ends what was given up: nobody needs to look at it any more.
     *
     * @param server that it came from
     */
    public Decided dismiss(MailServerId server, long id, String administrator) throws Exception {
        return deciding.dismiss(server, id, WaitingCode.DISCARDED, List.of(administrator));
    }

    /** Ends what was not confirmed in time, and returns how many. */
    public int expire() throws Exception {
        int expired = 0;
        for (WaitingMail mail : ports.waiting().all()) {
            if (mail.expires() != null && !mail.expires().isAfter(clock.instant())) {
                expired += deciding.end(mail.id(), WaitingCode.CONFIRMATION_EXPIRED, List.of()) instanceof Decided.Done
                        ? 1
                        : 0;
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
}
