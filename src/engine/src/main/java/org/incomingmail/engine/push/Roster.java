package org.incomingmail.engine.push;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Set<Watched> leaving = new HashSet<>();

    Roster(Push.Ports ports, PushTiming timing) {
        this.ports = ports;
        this.timing = timing;
    }

    Collection<Watched> all() {
        return watching.values();
    }

    /** Takes in what administrators and other nodes did; gives those that are not on it any more, still to be left. */
    List<Watched> look() {
        leaving.stream().filter(each -> !each.atWork).toList().forEach(this::leave);
        Map<MailServerId, MailServer> wanted;
        try {
            wanted = ours();
        } catch (RuntimeException unavailable) {
            log.debug("Mail servers could not be looked at", unavailable);
            return List.of();
        }
        List<Watched> unwanted = watching.values().stream()
                .filter(each -> !each.server.equals(wanted.get(each.server.id())))
                .toList();
        unwanted.forEach(each -> watching.remove(each.server.id()));
        leaving.addAll(unwanted);
        wanted.values().forEach(this::take);
        return unwanted;
    }

    private Map<MailServerId, MailServer> ours() {
        List<MailServer> enabled =
                ports.servers().all().stream().filter(MailServer::enabled).toList();
        Set<MailServerId> duty =
                ports.duty().of(enabled.stream().map(MailServer::id).toList());
        Map<MailServerId, MailServer> ours = new HashMap<>();
        for (MailServer server : enabled) {
            if (server.endpoint().protocol().imap() && duty.contains(server.id())) {
                ours.put(server.id(), server);
            }
        }
        return ours;
    }

    /** A node that has not noticed yet that the mailbox is ours now still has its seat: asked again at the next look. */
    private void take(MailServer server) {
        if (!watching.containsKey(server.id()) && watching.size() < timing.most() && works(server)) {
            seat(server).ifPresent(seat -> watching.put(server.id(), new Watched(server, seat)));
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

    /** Closes its connection and gives the seat back, at the next look if not now: no node gets a seat that is kept. */
    void leave(Watched each) {
        try {
            each.release();
            leaving.remove(each);
        } catch (IllegalMonitorStateException lost) {
            leaving.remove(each);
            log.debug("mail server '{}': the seat was lost before", each.server.name(), lost);
        } catch (RuntimeException | LinkageError unavailable) {
            leaving.add(each);
            log.debug("mail server '{}': the seat could not be left", each.server.name(), unavailable);
        }
    }

    /** With those that could not be left yet, as they were at work. */
    void leaveAll() {
        List.copyOf(leaving).forEach(this::leave);
        watching.values().forEach(this::leave);
        watching.clear();
    }
}
