package org.incomingmail.engine.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.incomingmail.engine.connection.ConnectionCode;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.ServerState;
import org.incomingmail.engine.server.ServerState.Status;
import org.incomingmail.engine.server.ServerStates;
import org.jspecify.annotations.Nullable;

/** Keeps how each mail server is doing, and decides from it when to check next. */
final class ServerHealth {
    private final ServerStates states;
    private final Backoff backoff;
    private final HealthLog healthLog;
    private final Clock clock;

    ServerHealth(ServerStates states, Backoff backoff, HealthLog healthLog, Clock clock) {
        this.states = states;
        this.backoff = backoff;
        this.healthLog = healthLog;
        this.clock = clock;
    }

    ServerState state(MailServerId id) {
        return states.find(id).orElseGet(ServerState::neverChecked);
    }

    boolean due(MailServer server) {
        ServerState state = state(server.id());
        return server.enabled() && state.status() != Status.STOPPED && itsTimeHasCome(state, clock.instant());
    }

    private static boolean itsTimeHasCome(ServerState state, Instant now) {
        @Nullable Instant last = state.lastCheck();
        @Nullable Instant next = state.nextCheck();
        return next == null || !next.isAfter(now) || (last != null && ClockSetBack.since(last, now));
    }

    /**
     * Mail that is left, because a check takes only so much, makes the next one due at once.
     *
     * @param atLeast how long the mail server wants to be left alone
     */
    void worked(MailServer server, int remaining, Duration atLeast) {
        ServerState before = state(server.id());
        Instant now = clock.instant();
        boolean already = before.status() == Status.WORKING;
        Duration wait = remaining > 0 ? Duration.ZERO : server.reading().pollInterval();
        states.put(
                server.id(),
                new ServerState(
                        Status.WORKING,
                        already ? before.since() : now,
                        now,
                        now.plus(wait.compareTo(atLeast) > 0 ? wait : atLeast),
                        null,
                        null,
                        List.of(),
                        0));
        healthLog.works(server, before);
    }

    void failed(MailServer server, ConnectionFailure failure, Optional<Throwable> cause) {
        ServerState before = state(server.id());
        Instant now = clock.instant();
        int failures = first(failure, before) ? 1 : before.consecutiveFailures() + 1;
        Status status = backoff.stops(failure, failures) ? Status.STOPPED : Status.FAILING;
        boolean ailing = before.status() == Status.FAILING || before.status() == Status.STOPPED;
        ServerState after = new ServerState(
                status,
                ailing ? before.since() : now,
                now,
                status == Status.STOPPED
                        ? null
                        : now.plus(backoff.after(failure, server.reading().pollInterval(), failures)),
                failure.code().id(),
                failure.serverSaid().orElse(null),
                failure.arguments(),
                failures);
        states.put(server.id(), after);
        healthLog.fails(server, failure, before, after, cause);
    }

    // a server that was down long and then refuses once, still waking up, must not be given up for that
    private static boolean first(ConnectionFailure failure, ServerState before) {
        String last = Objects.requireNonNullElse(before.lastCode(), "");
        boolean refusedBefore = last.equals(failure.code().id())
                || ConnectionCode.of(last).map(code -> !code.retryable()).orElse(false);
        return failure.needsAdministrator() && !refusedBefore;
    }

    void reset(MailServerId id) {
        states.remove(id);
        healthLog.forget(id);
    }
}
