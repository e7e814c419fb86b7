package org.incomingmail.confluence.nodes;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.incomingmail.engine.nodes.Shares;
import org.incomingmail.engine.server.MailServerId;

/**
 * The nodes that were there a moment ago.
 *
 * @param self id of this node
 * @param nodes with this one; empty when it is not known
 */
public record Attendance(String self, List<Node> nodes) {
    static final Attendance NOBODY = new Attendance("", List.of());

    /** The only node there is, as far as is known. */
    public boolean alone() {
        return nodes.size() < 2;
    }

    /** The node that listens to a mailbox. */
    public Optional<Node> listener(MailServerId mailbox) {
        return nodes.stream().filter(node -> node.listening().contains(mailbox)).findFirst();
    }

    /** Who looks after which of all enabled mailboxes. */
    public Shares shares(Collection<MailServerId> mailboxes) {
        return Shares.of(mailboxes, ids(node -> true));
    }

    /** The node's name for people. */
    public Optional<String> name(String id) {
        return nodes.stream()
                .filter(node -> node.id().equals(id))
                .map(Node::name)
                .findFirst();
    }

    /** What this node checks first; everything as long as nobody is known. */
    Set<MailServerId> toCheck(Collection<MailServerId> mailboxes) {
        return own(mailboxes, ids(node -> true));
    }

    /** What this node listens to: nodes that listen to nothing leave their part to the others. */
    Set<MailServerId> toListen(Collection<MailServerId> mailboxes) {
        return own(mailboxes, ids(Node::listens));
    }

    private Set<MailServerId> own(Collection<MailServerId> mailboxes, List<String> among) {
        if (!among.contains(self)) {
            return Set.copyOf(mailboxes);
        }
        Shares shares = Shares.of(mailboxes, among);
        Set<MailServerId> own = new HashSet<>(mailboxes);
        own.removeIf(each -> shares.nodeOf(each).filter(self::equals).isEmpty());
        return own;
    }

    private List<String> ids(Predicate<Node> wanted) {
        return nodes.stream().filter(wanted).map(Node::id).toList();
    }
}
