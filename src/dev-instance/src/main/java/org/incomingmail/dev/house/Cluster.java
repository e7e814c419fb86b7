package org.incomingmail.dev.house;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/** The other nodes, as far as there are any. An instance that is no node of a cluster is alone in one of its own. */
public interface Cluster {
    /** Name of the lock that a node holds while it starts, or changes its apps: one does so at a time. */
    String CHANGES = "host.changes";

    /** Name of this node; empty when this is no cluster. */
    Optional<String> node();

    /** The nodes that answer requests, in order of their names. */
    List<Member> members();

    /** Values that all nodes see, kept as long as a node is there. */
    ConcurrentMap<String, String> values(String name);

    /** Tells all other nodes. */
    void tell(String topic, String message);

    /** Calls for what other nodes tell, in their order, on a thread that may take its time. */
    void hear(String topic, Consumer<String> listener);

    /** From now on requests are sent here. */
    void ready();

    /** No more requests are sent here. */
    void leaving();

    /**
     * A node that answers requests.
     *
     * @param url its own address, past the entry
     * @param since when it was ready, as ISO 8601
     */
    record Member(String name, String url, String since, long process) {}
}
