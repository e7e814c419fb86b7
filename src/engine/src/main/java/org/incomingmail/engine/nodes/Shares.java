package org.incomingmail.engine.nodes;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.incomingmail.engine.server.MailServerId;

/**
 * Spreads mailboxes over nodes: evenly, the same on every node without a word between them, and so that few mailboxes
 * move when a node comes or goes. Rendezvous hashing (Thaler and Ravishankar, 1998), with a bound for each node.
 */
public final class Shares {
    private final Map<MailServerId, String> nodes;

    private Shares(Map<MailServerId, String> nodes) {
        this.nodes = nodes;
    }

    /** No node has more than one mailbox more than another needs to have; the order of what is given does not matter. */
    public static Shares of(Collection<MailServerId> mailboxes, Collection<String> nodes) {
        List<Rendezvous> all = nodes.stream().distinct().map(Rendezvous::of).toList();
        if (all.isEmpty()) {
            return new Shares(Map.of());
        }
        List<MailServerId> inOrder = mailboxes.stream()
                .distinct()
                .sorted(Comparator.comparingLong(MailServerId::value))
                .toList();
        int most = (inOrder.size() + all.size() - 1) / all.size();
        Map<String, Integer> taken = new HashMap<>();
        Map<MailServerId, String> shares = new HashMap<>();
        for (MailServerId mailbox : inOrder) {
            String node = all.stream()
                    .filter(each -> taken.getOrDefault(each.node(), 0) < most)
                    .max(Comparator.comparingLong((Rendezvous each) -> each.with(mailbox))
                            .thenComparing(Rendezvous::node))
                    .orElseThrow()
                    .node();
            taken.merge(node, 1, Integer::sum);
            shares.put(mailbox, node);
        }
        return new Shares(shares);
    }

    /** Who looks after it; empty when there is no node, or the mailbox was not among those shared. */
    public Optional<String> nodeOf(MailServerId mailbox) {
        return Optional.ofNullable(nodes.get(mailbox));
    }

    private record Rendezvous(String node, long seed) {
        static Rendezvous of(String node) {
            UUID hash = UUID.nameUUIDFromBytes(node.getBytes(StandardCharsets.UTF_8));
            return new Rendezvous(node, hash.getMostSignificantBits());
        }

        /** Steele, Lea and Flood's SplitMix64: neighbouring numbers come out far apart. */
        long with(MailServerId mailbox) {
            long mixed = seed + mailbox.value() * 0x9E3779B97F4A7C15L;
            mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            return mixed ^ (mixed >>> 31);
        }
    }
}
