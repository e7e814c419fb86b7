package org.incomingmail.engine.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.connection.CredentialSource;
import org.incomingmail.engine.connection.Mailboxes;
import org.incomingmail.engine.connection.Stage;
import org.incomingmail.engine.mailbox.Mailbox;
import org.incomingmail.engine.nodes.Duty;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServers;
import org.incomingmail.engine.server.ServerState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks mailboxes, each under its lock, and keeps what came of it. */
final class MailboxFetching implements Delivery.Running {
    private static final Logger log = LoggerFactory.getLogger(MailboxFetching.class);
    private final MailServers servers;
    private final CredentialSource credentials;
    private final Mailboxes mailboxes;
    private final DueHere dueHere;
    private final Locks locks;
    private final CheckTools tools;
    private final Measures measures;
    private final ServerHealth health;
    private final FetchPool pool;
    private final Ending ending;
    private final Clock clock;

    MailboxFetching(
            MailServers servers,
            CredentialSource credentials,
            Mailboxes mailboxes,
            Duty duty,
            Locks locks,
            CheckTools tools,
            Measures measures,
            ServerHealth health,
            FetchPool pool,
            Ending ending) {
        this.servers = servers;
        this.credentials = credentials;
        this.mailboxes = mailboxes;
        this.dueHere = new DueHere(duty, tools.clock());
        this.locks = locks;
        this.tools = tools;
        this.measures = measures;
        this.health = health;
        this.pool = pool;
        this.ending = ending;
        this.clock = tools.clock();
    }

    @Override
    public Optional<FetchReport> fetchNow(MailServerId id) {
        return servers.find(id).map(this::fetch);
    }

    @Override
    public void fetchDue() {
        List<MailServer> enabled =
                servers.all().stream().filter(MailServer::enabled).toList();
        List<MailServerId> due =
                enabled.stream().filter(health::due).map(MailServer::id).toList();
        for (MailServerId id :
                dueHere.among(due, enabled.stream().map(MailServer::id).toList())) {
            pool.submit(id, () -> fetchIfStillDue(id));
        }
    }

    @Override
    public void arrived(MailServerId id, Runnable busy) {
        pool.submitAgain(id, () -> {
            boolean elsewhere = servers.find(id)
                    .filter(this::wellOrDue)
                    .map(this::fetch)
                    .filter(report -> report.status() == FetchReport.Status.BUSY)
                    .isPresent();
            if (elsewhere) {
                busy.run();
            }
        });
    }

    /** One that fails is left alone until its time has come. */
    private boolean wellOrDue(MailServer server) {
        return health.state(server.id()).status() == ServerState.Status.WORKING || health.due(server);
    }

    /** Settings and state may have changed while it waited for a thread, and another node may have been faster. */
    private void fetchIfStillDue(MailServerId id) {
        servers.find(id).filter(health::due).ifPresent(this::fetch);
    }

    private FetchReport fetch(MailServer server) {
        Instant start = clock.instant();
        if (!server.enabled()) {
            return report(FetchReport.Status.DISABLED, start);
        }
        Optional<Locks.Held> lock = locks.tryLock(server.id());
        if (lock.isEmpty()) {
            return report(FetchReport.Status.BUSY, start);
        }
        try (Locks.Held held = lock.get()) {
            return check(server, start);
        }
    }

    private FetchReport check(MailServer server, Instant start) {
        MailboxCheck.Result result;
        Duration loginDelay;
        try (Mailbox mailbox = MeasuredMailbox.open(mailboxes, server, credentials, measures)) {
            result = new MailboxCheck(tools, server, mailbox).run();
            loginDelay = mailbox.loginDelay();
        } catch (ConnectionFailedException notOpened) {
            return failed(server, start, Map.of(), 0, notOpened.failure(), Optional.of(notOpened));
        } catch (Throwable broken) {
            if (broken instanceof VirtualMachineError death && !(broken instanceof StackOverflowError)) {
                throw death;
            }
            return failed(server, start, Map.of(), 0, broken(broken), Optional.of(broken));
        }
        if (result.failure().isPresent()) {
            ConnectionFailure failure = result.failure().get();
            return failed(server, start, result.outcomes(), result.remaining(), failure, Optional.empty());
        }
        health.worked(server, result.remaining(), loginDelay);
        measures.checked(server, true);
        return new FetchReport(
                FetchReport.Status.DONE,
                result.outcomes(),
                result.remaining(),
                Duration.between(start, clock.instant()),
                Optional.empty());
    }

    private FetchReport failed(
            MailServer server,
            Instant start,
            Map<org.incomingmail.engine.journal.JournalEntry.State, Integer> outcomes,
            int remaining,
            ConnectionFailure failure,
            Optional<Throwable> cause) {
        if (ending.begun()) {
            // due as before: another node, or this one once it is back, checks again
            log.debug("mail server '{}': the check was broken off", server.name(), cause.orElse(null));
        } else {
            health.failed(server, failure, cause);
            measures.checked(server, false);
        }
        return new FetchReport(
                FetchReport.Status.FAILED,
                outcomes,
                remaining,
                Duration.between(start, clock.instant()),
                Optional.of(failure));
    }

    private static ConnectionFailure broken(Throwable broken) {
        return new ConnectionFailure(
                Stage.MAILBOX,
                DeliveryCode.CHECK_FAILED,
                true,
                false,
                Optional.empty(),
                List.of(InShort.of(broken)),
                Optional.empty());
    }

    private FetchReport report(FetchReport.Status status, Instant start) {
        return new FetchReport(status, Map.of(), 0, Duration.between(start, clock.instant()), Optional.empty());
    }

    @Override
    public ServerState state(MailServerId id) {
        ServerState state = health.state(id);
        boolean disabled = servers.find(id).map(server -> !server.enabled()).orElse(false);
        return disabled
                ? new ServerState(
                        ServerState.Status.DISABLED,
                        state.since(),
                        state.lastCheck(),
                        null,
                        state.lastCode(),
                        state.lastDetail(),
                        state.lastArguments(),
                        state.consecutiveFailures())
                : state;
    }

    @Override
    public void reset(MailServerId id) {
        health.reset(id);
    }

    @Override
    public void close() {
        ending.begin();
        pool.close();
    }
}
