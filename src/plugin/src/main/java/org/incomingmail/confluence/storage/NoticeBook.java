package org.incomingmail.confluence.storage;

import java.time.Instant;
import java.util.List;

/** Which notices were sent, kept where every node sees it. */
public interface NoticeBook {

    /** Notes that it is being sent; false when it was noted before, by whatever node. */
    boolean note(String key, Instant now);

    void forget(String key);

    List<String> startingWith(String prefix);
}
