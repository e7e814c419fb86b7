package org.incomingmail.engine.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Port: raw mail, kept for some days under the id of its journal entry. */
public interface MessageStore {

    /** Keeps a copy; replaces one of an earlier attempt. */
    void keep(long id, Path raw, Instant now) throws IOException;

    boolean kept(long id);

    Optional<InputStream> open(long id) throws IOException;

    /** Removes one; nothing happens when it is not kept. */
    void remove(long id) throws IOException;

    /**
     * Removes what was kept before the given moment, and returns how many.
     *
     * @param needed ids of what must stay all the same
     */
    int removeOlderThan(Instant moment, Set<Long> needed) throws IOException;
}
