package org.incomingmail.confluence.authorization;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: drafts, kept where every node sees them, their passwords encrypted. */
public interface Drafts {

    /** Empty when there is none, when it is somebody else's, or older than the moment. */
    Optional<Draft> find(String key, String user, Instant notBefore);

    /** The newest first. */
    List<Draft> of(String user, Instant notBefore);

    /** Adds it, or replaces the one with its key. */
    void put(Draft draft);

    void remove(String key);

    int removeOlderThan(Instant moment);
}
