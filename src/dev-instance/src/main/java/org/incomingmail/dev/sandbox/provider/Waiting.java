package org.incomingmail.dev.sandbox.provider;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Authorization requests that wait for a person's decision. */
final class Waiting {
    private static final int MOST = 500;

    private final ProviderSettings settings;
    private final Map<String, Entry> byId = new LinkedHashMap<>();

    Waiting(ProviderSettings settings) {
        this.settings = settings;
    }

    /** Keeps the request and gives the name by which its pages know it. */
    synchronized String add(AuthorizeRequest request) {
        if (byId.size() >= MOST) {
            byId.remove(byId.keySet().iterator().next());
        }
        String id = Browsers.random();
        byId.put(
                id,
                new Entry(
                        request,
                        settings.clock().instant().plus(settings.lifetimes().signIn())));
        return id;
    }

    synchronized Optional<AuthorizeRequest> find(String id) {
        return Optional.ofNullable(byId.get(id))
                .filter(entry -> settings.clock().instant().isBefore(entry.expires()))
                .map(Entry::request);
    }

    /** The request, which waits no longer: a decision is taken once. */
    synchronized Optional<AuthorizeRequest> take(String id) {
        Optional<AuthorizeRequest> request = find(id);
        byId.remove(id);
        return request;
    }

    private record Entry(AuthorizeRequest request, Instant expires) {}
}
