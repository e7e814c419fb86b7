package org.incomingmail.confluence.authorization;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is known about tokens, for tests. */
public final class AuthorizationsInMemory implements Authorizations {
    private final Map<String, Authorization> known = new HashMap<>();
    private int written;

    @Override
    public Optional<Authorization> find(String key) {
        return Optional.ofNullable(known.get(key));
    }

    @Override
    public void put(Authorization authorization) {
        written++;
        known.put(authorization.key(), authorization);
    }

    @Override
    public void keepOnly(Collection<String> keys) {
        known.keySet().retainAll(keys);
    }

    public int written() {
        return written;
    }
}
