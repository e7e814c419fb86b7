package org.incomingmail.confluence.metrics;

import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.nodes.NodeView;
import org.incomingmail.confluence.settings.Pending;
import org.incomingmail.engine.delivery.Fetching;
import org.incomingmail.engine.push.Listening;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServers;
import org.incomingmail.engine.server.ServerState;

/** How incoming mail as a whole is doing. */
@Named
public class Health {
    private final MailServers servers;
    private final Fetching fetching;
    private final Listening listening;
    private final NodeView nodes;
    private final Pending pending;

    @Inject
    public Health(MailServers servers, Fetching fetching, Listening listening, NodeView nodes, Pending pending) {
        this.servers = servers;
        this.fetching = fetching;
        this.listening = listening;
        this.nodes = nodes;
        this.pending = pending;
    }

    /** In one word. */
    public enum Status {
        /** Every enabled mail server works, or was not looked into yet. */
        OK,
        /** A mail server fails, or messages were given up. */
        DEGRADED,
        /** No enabled mail server works. */
        FAILING
    }

    /**
     * One mail server.
     *
     * @param pushed whether any node is told when mail arrives
     * @param pushedHere whether this node is
     */
    public record Line(
            MailServer server, ServerState state, int waiting, int quarantined, boolean pushed, boolean pushedHere) {
        boolean works() {
            return state.status() == ServerState.Status.WORKING || state.status() == ServerState.Status.NEVER_CHECKED;
        }
    }

    /** All of them, and the word. */
    public record Report(Status status, List<Line> lines) {}

    public Report report() {
        Map<MailServerId, Integer> waiting = pending.waiting();
        Map<MailServerId, Integer> quarantined = pending.quarantined();
        List<Line> lines = servers.all().stream()
                .map(server -> new Line(
                        server,
                        fetching.state(server.id()),
                        waiting.getOrDefault(server.id(), 0),
                        quarantined.getOrDefault(server.id(), 0),
                        nodes.listens(server.id()),
                        listening.listens(server.id())))
                .toList();
        return new Report(status(lines), lines);
    }

    /** Cheap enough to be asked every second by anybody. */
    public Status status() {
        return status(servers.all().stream()
                .map(server -> new Line(server, fetching.state(server.id()), 0, 0, false, false))
                .toList());
    }

    private static Status status(List<Line> lines) {
        List<Line> enabled =
                lines.stream().filter(line -> line.server().enabled()).toList();
        long working = enabled.stream().filter(Line::works).count();
        if (working == 0 && !enabled.isEmpty()) {
            return Status.FAILING;
        }
        boolean lost = lines.stream().anyMatch(line -> line.quarantined() > 0);
        return working < enabled.size() || lost ? Status.DEGRADED : Status.OK;
    }
}
