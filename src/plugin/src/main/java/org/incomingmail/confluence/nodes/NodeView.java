package org.incomingmail.confluence.nodes;

import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.nodes.Shares;
import org.incomingmail.engine.push.Listening;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServers;

/** Which node does what, as screens show it; the same whichever node is asked, but for a few seconds. */
@Named
public class NodeView {
    private final NodeRoll roll;
    private final Listening here;
    private final MailServers servers;
    private volatile Known known = new Known(Attendance.NOBODY, List.of(), Shares.of(List.of(), List.of()));

    /** A screen asks for each mail server: shares are worked out once, until nodes or mail servers change. */
    private record Known(Attendance attendance, List<MailServerId> mailboxes, Shares shares) {}

    @Inject
    public NodeView(NodeRoll roll, Listening here, MailServers servers) {
        this.roll = roll;
        this.here = here;
        this.servers = servers;
    }

    /** Whether a node is told by the mail server when mail arrives. */
    public boolean listens(MailServerId mailbox) {
        return here.listens(mailbox) || roll.attendance().listener(mailbox).isPresent();
    }

    /** Name of the node that looks after an enabled mail server; empty when there is one node only. */
    public Optional<String> nodeOf(MailServer server) {
        Attendance attendance = roll.attendance();
        if (attendance.alone() || !server.enabled()) {
            return Optional.empty();
        }
        return attendance.listener(server.id()).map(Node::name).or(() -> shares(attendance)
                .nodeOf(server.id())
                .flatMap(attendance::name));
    }

    private Shares shares(Attendance attendance) {
        List<MailServerId> mailboxes = enabled();
        Known last = known;
        if (!last.attendance().equals(attendance) || !last.mailboxes().equals(mailboxes)) {
            last = new Known(attendance, mailboxes, attendance.shares(mailboxes));
            known = last;
        }
        return last.shares();
    }

    private List<MailServerId> enabled() {
        return servers.all().stream()
                .filter(MailServer::enabled)
                .map(MailServer::id)
                .toList();
    }
}
