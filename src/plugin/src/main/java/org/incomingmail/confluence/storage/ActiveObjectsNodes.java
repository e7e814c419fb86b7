package org.incomingmail.confluence.storage;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.incomingmail.confluence.nodes.Node;
import org.incomingmail.confluence.nodes.NodeBook;
import org.incomingmail.engine.server.MailServerId;

/** The nodes, in the host's database. */
@Named
public class ActiveObjectsNodes implements NodeBook {
    private final ActiveObjects ao;

    @Inject
    public ActiveObjectsNodes(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public List<Node> all() {
        return Arrays.stream(ao.find(NodeRow.class))
                .map(ActiveObjectsNodes::node)
                .toList();
    }

    @Override
    public void write(Node node) {
        NodeRow[] rows = ao.find(NodeRow.class, Query.select().where("NODE_ID = ?", node.id()));
        NodeRow row = rows.length > 0
                ? rows[0]
                : ao.create(NodeRow.class, new DBParam("NODE_ID", node.id()), new DBParam("NAME", node.name()));
        row.setName(node.name());
        row.setListens(node.listens());
        row.setListening(Texts.lines(
                node.listening().stream().map(MailServerId::toString).sorted().toList()));
        row.save();
    }

    @Override
    public void remove(String id) {
        ao.deleteWithSQL(NodeRow.class, "NODE_ID = ?", id);
    }

    private static Node node(NodeRow row) {
        Set<MailServerId> listening = Texts.values(row.getListening()).stream()
                .map(Long::parseLong)
                .map(MailServerId::new)
                .collect(Collectors.toUnmodifiableSet());
        return new Node(row.getNodeId(), row.getName(), row.isListens(), listening);
    }
}
