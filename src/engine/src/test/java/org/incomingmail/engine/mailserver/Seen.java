package org.incomingmail.engine.mailserver;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.incomingmail.engine.mailbox.SeenMessages;

/** What is known already, fixed. */
public record Seen(long lowWater, Set<String> notWanted) implements SeenMessages {
    public static final Seen NOTHING = new Seen(0, Set.of());

    @Override
    public long lowWater(String epoch) {
        return lowWater;
    }

    @Override
    public Set<String> notWanted(String epoch, Collection<String> uids) {
        return uids.stream().filter(notWanted::contains).collect(Collectors.toSet());
    }
}
