package org.incomingmail.engine.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.ServerState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the host's log about a mail server when something changes, and hourly while it fails: not at every check. */
final class HealthLog {
    private static final Logger log = LoggerFactory.getLogger(HealthLog.class);
    private static final Duration REMINDER = Duration.ofHours(1);
    private final Clock clock;
    private final Map<MailServerId, Instant> lastSaid = new ConcurrentHashMap<>();

    HealthLog(Clock clock) {
        this.clock = clock;
    }

    void works(MailServer server, ServerState before) {
        if (before.status() == ServerState.Status.FAILING || before.status() == ServerState.Status.STOPPED) {
            log.warn("Mail server '{}' works again", server.name());
            lastSaid.remove(server.id());
        }
    }

    void fails(
            MailServer server,
            ConnectionFailure failure,
            ServerState before,
            ServerState after,
            Optional<Throwable> cause) {
        String code = failure.code().id();
        boolean changed = !code.equals(before.lastCode()) || before.status() != after.status();
        Instant said = lastSaid.get(server.id());
        boolean remind = said == null || !clock.instant().isBefore(said.plus(REMINDER));
        if (changed || remind) {
            lastSaid.put(server.id(), clock.instant());
            say(server, failure, after);
        }
        cause.ifPresent(thrown -> log.debug("Mail server '{}' failed", server.name(), thrown));
    }

    private static void say(MailServer server, ConnectionFailure failure, ServerState after) {
        String what = "{} mail server '{}' ({} {}:{}) failed at {}; arguments {}; server said: {}; {}";
        Object[] values = {
            failure.code().id(),
            server.name(),
            server.endpoint().protocol(),
            server.endpoint().hostname(),
            server.endpoint().port(),
            failure.stage(),
            failure.arguments(),
            failure.serverSaid().orElse("-"),
            after.status() == ServerState.Status.STOPPED
                    ? "no further check until an administrator edits it, enables it or fetches now"
                    : "next check " + after.nextCheck()
        };
        if (failure.retryable() && after.status() != ServerState.Status.STOPPED) {
            log.warn(what, values);
        } else {
            log.error(what, values);
        }
    }

    void forget(MailServerId id) {
        lastSaid.remove(id);
    }
}
