package org.incomingmail.dev.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.incomingmail.dev.house.Membership;
import org.incomingmail.dev.house.StartFailure;

/** Joins the members of the cluster, on the loopback interface only. */
public final class Joining {
    private static final String LOOPBACK = "127.0.0.1";

    private Joining() {}

    static HazelcastInstance join(Membership membership) {
        Config config = new Config();
        config.setClusterName("confluence");
        config.setInstanceName(membership.node());
        config.setClassLoader(Joining.class.getClassLoader());
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.logging.type", "slf4j");
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.setProperty("hazelcast.heartbeat.interval.seconds", "2");
        config.setProperty("hazelcast.max.no.heartbeat.seconds", "20");
        NetworkConfig network = config.getNetworkConfig();
        network.setPort(membership.entry() ? port(membership.meetingPoint()) : free());
        network.setPortAutoIncrement(!membership.entry());
        network.getInterfaces().setEnabled(true).addInterface(LOOPBACK);
        network.getJoin().getAutoDetectionConfig().setEnabled(false);
        network.getJoin().getMulticastConfig().setEnabled(false);
        network.getJoin().getTcpIpConfig().setEnabled(true).addMember(membership.meetingPoint());
        try {
            return Hazelcast.newHazelcastInstance(config);
        } catch (RuntimeException e) {
            throw new StartFailure("the cluster can't be joined: " + e.getMessage(), e);
        }
    }

    private static int port(String meetingPoint) {
        return Integer.parseInt(meetingPoint.substring(meetingPoint.lastIndexOf(':') + 1));
    }

    /** A port of the loopback interface that nobody uses. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartFailure("no port is free for the cluster: " + e.getMessage(), e);
        }
    }
}
