package org.incomingmail.confluence.authorization;

import java.util.Collection;
import java.util.Optional;

/** Port: what is known about tokens, kept where every node sees it. */
public interface Authorizations {

    Optional<Authorization> find(String key);

    void put(Authorization authorization);

    /** Forgets all others. */
    void keepOnly(Collection<String> keys);
}
