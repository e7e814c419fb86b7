package org.incomingmail.dev.cluster;

import com.atlassian.beehive.ClusterLockService;
import com.hazelcast.core.HazelcastInstance;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.incomingmail.dev.house.Membership;
import org.incomingmail.dev.services.ClusterLocksContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two members that found each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class HazelcastLocksTest implements ClusterLocksContract {
    private HazelcastInstance first;
    private HazelcastInstance second;
    private ClusterLockService one;
    private ClusterLockService other;

    @BeforeAll
    void join(@TempDir Path home) throws Exception {
        String meetingPoint;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            meetingPoint = "127.0.0.1:" + free.getLocalPort();
        }
        second = Joining.join(new Membership("entry", true, meetingPoint, home, "http://localhost"));
        first = Joining.join(new Membership("node1", false, meetingPoint, home, "http://localhost"));
        one = new HazelcastLocks(first.getMap("locks"));
        other = new HazelcastLocks(second.getMap("locks"));
    }

    @AfterAll
    void leave() {
        first.getLifecycleService().terminate();
        second.getLifecycleService().terminate();
    }

    @Override
    public ClusterLockService one() {
        return one;
    }

    @Override
    public ClusterLockService other() {
        return other;
    }

    @Override
    public void killOne() {
        first.getLifecycleService().terminate();
    }
}
