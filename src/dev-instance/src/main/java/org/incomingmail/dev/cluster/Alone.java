package org.incomingmail.dev.cluster;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.incomingmail.dev.house.Cluster;

/** An instance that is no node of a cluster. */
public final class Alone implements Cluster {
    private final ConcurrentMap<String, ConcurrentMap<String, String>> values = new ConcurrentHashMap<>();

    @Override
    public Optional<String> node() {
        return Optional.empty();
    }

    @Override
    public List<Member> members() {
        return List.of();
    }

    @Override
    public ConcurrentMap<String, String> values(String name) {
        return values.computeIfAbsent(name, any -> new ConcurrentHashMap<>());
    }

    @Override
    public void tell(String topic, String message) {
        // nobody hears it
    }

    @Override
    public void hear(String topic, Consumer<String> listener) {
        // nobody tells
    }

    @Override
    public void ready() {
        // nothing waits for it
    }

    @Override
    public void leaving() {
        // likewise
    }
}
