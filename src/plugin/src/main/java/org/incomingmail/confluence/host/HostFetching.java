package org.incomingmail.confluence.host;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.nodes.NodeRoll;
import org.incomingmail.confluence.storage.HomeFolder;
import org.incomingmail.engine.connection.AccessTokens;
import org.incomingmail.engine.connection.Mailboxes;
import org.incomingmail.engine.connection.TokenCredentials;
import org.incomingmail.engine.delivery.Delivery;
import org.incomingmail.engine.delivery.FetchReport;
import org.incomingmail.engine.delivery.Fetching;
import org.incomingmail.engine.delivery.Ledger;
import org.incomingmail.engine.delivery.Limits;
import org.incomingmail.engine.delivery.Locks;
import org.incomingmail.engine.delivery.Measures;
import org.incomingmail.engine.delivery.MessageStore;
import org.incomingmail.engine.delivery.Spool;
import org.incomingmail.engine.delivery.StoredCredentials;
import org.incomingmail.engine.delivery.Transactions;
import org.incomingmail.engine.delivery.Walk;
import org.incomingmail.engine.push.Listening;
import org.incomingmail.engine.push.Push;
import org.incomingmail.engine.push.PushTiming;
import org.incomingmail.engine.push.Seats;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServers;
import org.incomingmail.engine.server.OAuth2Clients;
import org.incomingmail.engine.server.ServerState;
import org.incomingmail.engine.server.ServerStates;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivery on this node, from the app's start to its end. */
@Named
@ExportAsService(LifecycleAware.class)
public class HostFetching implements Fetching, Listening, LifecycleAware, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HostFetching.class);
    private static final int THREADS = Integer.getInteger("incoming-mail.threads", 4);
    private static final boolean PUSHED = !"false".equals(System.getProperty("incoming-mail.push"));
    private static final String PUSH_LOCK = "org.incomingmail.confluence.push.";
    private final NodeRoll nodes;
    private final Delivery.Running delivery;
    private final Push.Ports pushPorts;
    private volatile @Nullable Push push;
    private final Spool spool;

    @Inject
    public HostFetching(
            MailServers servers,
            ServerStates states,
            AccessTokens tokens,
            OAuth2Clients clients,
            Mailboxes mailboxes,
            Locks locks,
            Ledger ledger,
            MessageStore store,
            Transactions transactions,
            Walk walk,
            Measures measures,
            ClusterLockService clusterLocks,
            NodeRoll nodes,
            HomeFolder home) {
        this.nodes = nodes;
        this.spool = new Spool(home.spool());
        StoredCredentials credentials = new StoredCredentials(servers, new TokenCredentials(tokens, clients));
        this.delivery = Delivery.start(
                new Delivery.Ports(
                        servers,
                        states,
                        credentials,
                        mailboxes,
                        nodes.checking(),
                        locks,
                        ledger,
                        store,
                        transactions,
                        walk,
                        measures),
                spool,
                Limits.defaults(),
                THREADS,
                Clock.systemUTC(),
                // not RandomGenerator.getDefault(): it asks the context class loader, which is anybody's
                new SecureRandom());
        this.pushPorts = new Push.Ports(
                servers,
                delivery::state,
                credentials,
                mailboxes,
                nodes.listening(),
                id -> seat(clusterLocks.getLockForName(PUSH_LOCK + id)),
                delivery::arrived);
    }

    private static Optional<Seats.Seat> seat(ClusterLock lock) {
        return lock.tryLock() ? Optional.of(lock::unlock) : Optional.empty();
    }

    @Override
    public void onStart() {
        try {
            spool.clear();
        } catch (IOException e) {
            log.warn("Leftover spool files could not be removed: {}", e.getMessage());
        }
        nodes.begin(PUSHED, this::listening);
        listen();
    }

    private synchronized void listen() {
        if (PUSHED && push == null) {
            push = Push.start(pushPorts, PushTiming.defaults(), new SecureRandom());
        }
    }

    private synchronized void stop() {
        if (push != null) {
            push.close();
            push = null;
        }
        nodes.end();
        delivery.close();
    }

    @Override
    public void onStop() {
        stop();
    }

    /** Also when the app goes without the host telling: a hot replacement must leave no thread behind. */
    @Override
    public void close() {
        stop();
    }

    @Override
    public Optional<FetchReport> fetchNow(MailServerId id) {
        return delivery.fetchNow(id);
    }

    @Override
    public void fetchDue() {
        delivery.fetchDue();
    }

    @Override
    public void arrived(MailServerId id, Runnable busy) {
        delivery.arrived(id, busy);
    }

    @Override
    public Set<MailServerId> listening() {
        Push running = push;
        return running == null ? Set.of() : running.listening();
    }

    @Override
    public ServerState state(MailServerId id) {
        return delivery.state(id);
    }

    @Override
    public void reset(MailServerId id) {
        delivery.reset(id);
    }
}
