package org.incomingmail.benchmarks.fetching;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.incomingmail.engine.mailbox.SeenMessages;

/** Messages that were seen before: by a mark below which all were (IMAP's UIDs are numbers), and one by one. */
record Known(Set<String> uids, long mark) implements SeenMessages {

    Known(Set<String> uids) {
        this(uids, mark(uids));
    }

    private static long mark(Set<String> uids) {
        return uids.stream()
                .filter(uid -> uid.matches("\\d{1,9}"))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
    }

    @Override
    public long lowWater(String epoch) {
        return mark;
    }

    @Override
    public Set<String> notWanted(String epoch, Collection<String> asked) {
        Set<String> known = new HashSet<>(asked);
        known.retainAll(uids);
        return known;
    }
}
