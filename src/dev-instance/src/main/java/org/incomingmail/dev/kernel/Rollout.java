package org.incomingmail.dev.kernel;

import com.atlassian.beehive.ClusterLockService;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.incomingmail.dev.house.Cluster;
import org.incomingmail.dev.house.HostServices;

/**
 * Lets apps change on one node at a time. Meanwhile no requests are sent to that node, if there is another that takes them.
 */
final class Rollout {
    private static final String TOPIC = "apps";
    private final HostServices services;

    /** A change that may be refused. */
    interface Change<T, E extends Exception> {
        T make() throws E;
    }

    Rollout(HostServices services) {
        this.services = services;
    }

    /** Makes a change on this node, and then has the others follow. */
    <T, E extends Exception> T first(String key, Change<T, E> change) throws E {
        T made = alone(change);
        tell(key);
        return made;
    }

    /** Follows a change of another node. */
    void next(Runnable change) {
        alone(() -> {
            change.run();
            return change;
        });
    }

    void tell(String key) {
        cluster().tell(TOPIC, key);
    }

    void hear(Consumer<String> follow) {
        cluster().hear(TOPIC, follow);
    }

    private <T, E extends Exception> T alone(Change<T, E> change) throws E {
        Lock changes = services.get(ClusterLockService.class).getLockForName(Cluster.CHANGES);
        changes.lock();
        try {
            return aside(change);
        } finally {
            changes.unlock();
        }
    }

    private <T, E extends Exception> T aside(Change<T, E> change) throws E {
        boolean others = cluster().members().size() > 1;
        if (others) {
            cluster().leaving();
        }
        try {
            return change.make();
        } finally {
            if (others) {
                cluster().ready();
            }
        }
    }

    private Cluster cluster() {
        return services.get(Cluster.class);
    }
}
