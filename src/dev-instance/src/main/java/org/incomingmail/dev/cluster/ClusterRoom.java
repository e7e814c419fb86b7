package org.incomingmail.dev.cluster;

import com.atlassian.beehive.ClusterLockService;
import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.core.HazelcastInstance;
import java.util.concurrent.locks.Lock;
import org.incomingmail.dev.house.Cluster;
import org.incomingmail.dev.house.Host;
import org.incomingmail.dev.house.Membership;
import org.incomingmail.dev.house.Room;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the instance a node of its cluster, or alone. Opens first: everything else may ask who else is there. */
public final class ClusterRoom implements Room {
    private static final Logger log = LoggerFactory.getLogger(ClusterRoom.class);
    private @Nullable HazelcastCluster joined;

    @Override
    public void open(Host host) {
        Membership membership = host.options().membership().orElse(null);
        if (membership == null) {
            host.services().register(Cluster.class, new Alone());
            return;
        }
        // where the host's own documentation has administrators name a node, and where apps find it
        System.setProperty("confluence.cluster.node.name", membership.node());
        HazelcastInstance hazelcast = Joining.join(membership);
        HazelcastLocks locks = new HazelcastLocks(hazelcast.getMap("locks"));
        Lock changes = locks.getLockForName(Cluster.CHANGES);
        HazelcastCluster cluster = new HazelcastCluster(hazelcast, membership, host::ownUrl, changes::unlock);
        joined = cluster;
        changes.lock();
        host.services().register(ClusterLockService.class, locks);
        host.services().register(Cluster.class, cluster);
        host.routes()
                .filter(
                        10,
                        "/*",
                        SharedSessions.filter(
                                hazelcast, membership.baseUrl(), host.options().contextPath()));
        host.routes().servlet(ClusteringServlet.PATH, new ClusteringServlet(cluster, host.pages()));
        host.routes().descriptor("host/cluster.xml");
        if (!membership.entry()) {
            endWith(hazelcast);
        }
    }

    /** A node nobody can reach, whose database goes with the entry, is of no use. */
    private static void endWith(HazelcastInstance hazelcast) {
        Object entry = hazelcast.getCluster().getMembers().iterator().next().getUuid();
        hazelcast.getCluster().addMembershipListener(new MembershipAdapter() {
            @Override
            public void memberRemoved(MembershipEvent left) {
                if (left.getMember().getUuid().equals(entry)) {
                    log.warn("The entry of the cluster is gone; this node ends");
                    new Thread(() -> System.exit(0), "end").start();
                }
            }
        });
    }

    @Override
    public void close() {
        if (joined != null) {
            joined.close();
        }
    }
}
