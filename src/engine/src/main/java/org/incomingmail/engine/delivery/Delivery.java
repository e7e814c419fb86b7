package org.incomingmail.engine.delivery;

import java.time.Clock;
import java.util.random.RandomGenerator;
import org.incomingmail.engine.connection.CredentialSource;
import org.incomingmail.engine.connection.Mailboxes;
import org.incomingmail.engine.nodes.Duty;
import org.incomingmail.engine.server.MailServers;
import org.incomingmail.engine.server.ServerStates;

/** Puts the checking of mailboxes together. */
public final class Delivery {

    private Delivery() {}

    /**
     * What the host side gives.
     *
     * @param duty which mailboxes this node checks by schedule before another node does
     */
    public record Ports(
            MailServers servers,
            ServerStates states,
            CredentialSource credentials,
            Mailboxes mailboxes,
            Duty duty,
            Locks locks,
            Ledger ledger,
            MessageStore store,
            Transactions transactions,
            Walk walk,
            Measures measures) {}

    /** Fetching that owns threads; to be closed. */
    public interface Running extends Fetching, AutoCloseable {
        @Override
        void close();
    }

    /** Begins nothing by itself: {@link Fetching#fetchDue()} does. */
    public static Running start(
            Ports ports, Spool spool, Limits limits, int threads, Clock clock, RandomGenerator random) {
        Ending ending = new Ending();
        MessageDelivery delivery = new MessageDelivery(
                ports.ledger(),
                ports.store(),
                ports.transactions(),
                new MeasuredWalk(ports.walk(), ports.measures()),
                ports.measures(),
                limits,
                ending,
                clock);
        CheckTools tools = new CheckTools(ports.ledger(), ports.transactions(), delivery, spool, limits, clock);
        ServerHealth health = new ServerHealth(ports.states(), Backoff.defaults(random), new HealthLog(clock), clock);
        return new MailboxFetching(
                ports.servers(),
                ports.credentials(),
                ports.mailboxes(),
                ports.duty(),
                ports.locks(),
                tools,
                ports.measures(),
                health,
                new FetchPool(threads),
                ending);
    }
}
