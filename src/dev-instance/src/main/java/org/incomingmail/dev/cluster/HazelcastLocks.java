package org.incomingmail.dev.cluster;

import com.hazelcast.map.IMap;
import java.util.concurrent.TimeUnit;
import org.incomingmail.dev.services.NodeFirstLocks;

/** A key of a map is locked for each name, and free again when the node that locked it dies. */
final class HazelcastLocks extends NodeFirstLocks {
    private final IMap<String, String> keys;

    HazelcastLocks(IMap<String, String> keys) {
        this.keys = keys;
    }

    @Override
    protected Shared shared(String name) {
        return new Shared() {
            @Override
            public boolean take(long millis) throws InterruptedException {
                if (millis == FOREVER) {
                    keys.lock(name);
                    return true;
                }
                return keys.tryLock(name, millis, TimeUnit.MILLISECONDS);
            }

            @Override
            public void give() {
                keys.unlock(name);
            }
        };
    }
}
