package org.incomingmail.engine.push;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.ServerState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mailboxes whose seat this node holds. Belongs to the loop; when the database is gone, everybody stays where he is. */
final class Roster {
    private static final Logger log = LoggerFactory.getLogger(Roster.class);

    private final Push.Ports ports;
    private final PushTiming timing;
    private final Map<MailServerId, Watched> watching = new HashMap<>();
    private final Map<MailServerId, Long> askAgain = new HashMap<>();

    Roster(Push.Ports ports, PushTiming timing) {
        this.ports = ports;
        this.timing = timing;
    }

    Collection<Watched> all() {
        return watching.values();
    }

    /** Takes in what administrators and other nodes did; gives those that are not on it any more, still to be left. */
    List<Watched> look() {
        Map<MailServerId, MailServer> wanted = new HashMap<>();
        try {
            for (MailServer server : ports.servers().all()) {
                if (server.enabled() && server.endpoint().protocol().imap()) {
                    wanted.put(server.id(), server);
                }
            }
        } catch (RuntimeException unavailable) {
            log.debug("Mail servers could not be looked at", unavailable);
            return List.of();
        }
        List<Watched> unwanted = watching.values().stream()
                .filter(each -> !each.server.equals(wanted.get(each.server.id())))
                .toList();
        unwanted.forEach(each -> watching.remove(each.server.id()));
        wanted.values().forEach(this::take);
        askAgain.keySet().retainAll(wanted.keySet());
        return unwanted;
    }

    private void take(MailServer server) {
        long now = System.nanoTime();
        boolean later = now - Objects.requireNonNullElse(askAgain.get(server.id()), now) < 0;
        if (later || watching.containsKey(server.id()) || watching.size() >= timing.most() || !works(server)) {
            return;
        }
        Optional<Seats.Seat> seat = seat(server);
        if (seat.isPresent()) {
            watching.put(server.id(), new Watched(server, seat.get()));
        } else {
            askAgain.put(server.id(), now + timing.elsewhere().toNanos());
        }
    }

    private Optional<Seats.Seat> seat(MailServer server) {
        try {
            return ports.seats().take(server.id());
        } catch (RuntimeException unavailable) {
            log.debug("mail server '{}': nobody tells who listens", server.name(), unavailable);
            return Optional.empty();
        }
    }

    /** A mailbox in trouble, or of which nobody knows, is left to the checks, which know when to leave it alone. */
    boolean works(MailServer server) {
        try {
            return ports.states().apply(server.id()).status() == ServerState.Status.WORKING;
        } catch (RuntimeException unavailable) {
            log.debug("mail server '{}': its state is not known", server.name(), unavailable);
            return false;
        }
    }

    /** Closes its connection and gives the seat back. */
    void leave(Watched each) {
        try {
            each.release();
        } catch (RuntimeException unavailable) {
            log.debug("mail server '{}': the seat could not be left", each.server.name(), unavailable);
        }
    }

    void leaveAll() {
        watching.values().forEach(this::leave);
        watching.clear();
    }
}
