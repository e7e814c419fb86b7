package org.incomingmail.dev.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.topic.ITopic;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.incomingmail.dev.house.Cluster;
import org.incomingmail.dev.house.Membership;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The nodes that found each other by Hazelcast, as the nodes of the real host do. */
final class HazelcastCluster implements Cluster, AutoCloseable {
    /** Members that are ready, by their Hazelcast id. */
    private static final String NODES = "nodes";

    private static final Logger log = LoggerFactory.getLogger(HazelcastCluster.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HazelcastInstance hazelcast;
    private final Membership membership;
    private final Supplier<String> url;
    private final Runnable started;
    private final AtomicBoolean wasReady = new AtomicBoolean();
    private final ExecutorService listeners =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "cluster-events"));

    /**
     * Stands for one member.
     *
     * @param url this node's own address
     * @param started told once, when this node is ready for the first time
     */
    HazelcastCluster(HazelcastInstance hazelcast, Membership membership, Supplier<String> url, Runnable started) {
        this.hazelcast = hazelcast;
        this.membership = membership;
        this.url = url;
        this.started = started;
    }

    @Override
    public Optional<String> node() {
        return Optional.of(membership.node());
    }

    @Override
    public List<Member> members() {
        var present = hazelcast.getCluster().getMembers().stream()
                .map(member -> member.getUuid().toString())
                .toList();
        return values(NODES).entrySet().stream()
                .filter(each -> present.contains(each.getKey()))
                .map(each -> read(each.getValue()))
                .sorted(Comparator.comparing(Member::name))
                .toList();
    }

    @Override
    public ConcurrentMap<String, String> values(String name) {
        return hazelcast.getMap(name);
    }

    @Override
    public void tell(String topic, String message) {
        hazelcast.<String>getTopic(topic).publish(message);
    }

    @Override
    public void hear(String topic, Consumer<String> listener) {
        ITopic<String> heard = hazelcast.getTopic(topic);
        heard.addMessageListener(message -> {
            if (!message.getPublishingMember().localMember()) {
                listeners.execute(() -> attempt(topic, listener, message.getMessageObject()));
            }
        });
    }

    private static void attempt(String topic, Consumer<String> listener, String message) {
        try {
            listener.accept(message);
        } catch (RuntimeException e) {
            log.error("What another node told of {} ({}) could not be followed", topic, message, e);
        }
    }

    @Override
    public void ready() {
        if (!membership.entry()) {
            Member self = new Member(
                    membership.node(),
                    url.get(),
                    Instant.now().toString(),
                    ProcessHandle.current().pid());
            values(NODES).put(id(), write(self));
        }
        if (!wasReady.getAndSet(true)) {
            started.run();
        }
    }

    @Override
    public void leaving() {
        values(NODES).remove(id());
    }

    private String id() {
        return hazelcast.getCluster().getLocalMember().getUuid().toString();
    }

    private static Member read(String json) {
        try {
            return JSON.readValue(json, Member.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("another version of the dev instance is a node here", e);
        }
    }

    private static String write(Member member) {
        try {
            return JSON.writeValueAsString(member);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        listeners.shutdownNow();
        hazelcast.shutdown();
    }
}
