package org.incomingmail.confluence.authorization;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drafts, for tests. */
final class DraftsInMemory implements Drafts {
    private final Map<String, Draft> kept = new HashMap<>();

    @Override
    public Optional<Draft> find(String key, String user, Instant notBefore) {
        return of(user, notBefore).stream()
                .filter(draft -> draft.key().equals(key))
                .findFirst();
    }

    @Override
    public List<Draft> of(String user, Instant notBefore) {
        return kept.values().stream()
                .filter(draft -> draft.user().equals(user) && !draft.touched().isBefore(notBefore))
                .sorted(Comparator.comparing(Draft::touched).reversed())
                .toList();
    }

    @Override
    public void put(Draft draft) {
        kept.put(draft.key(), draft);
    }

    @Override
    public void remove(String key) {
        kept.remove(key);
    }

    @Override
    public int removeOlderThan(Instant moment) {
        int before = kept.size();
        kept.values().removeIf(draft -> draft.touched().isBefore(moment));
        return before - kept.size();
    }
}
