package org.incomingmail.dev.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Services in the order of their registration. */
public final class RegisteredServices implements HostServices {

    private final List<Registration<?>> registrations = new CopyOnWriteArrayList<>();

    @Override
    public <T> void register(Class<T> type, T service, Map<String, String> properties) {
        registrations.add(new Registration<>(type, service, Map.copyOf(properties)));
    }

    @Override
    public <T> T get(Class<T> type) {
        return find(type).orElseThrow(() -> new IllegalStateException("no room has registered a " + type.getName()));
    }

    @Override
    public <T> Optional<T> find(Class<T> type) {
        for (Registration<?> registration : registrations) {
            if (registration.type().equals(type)) {
                return Optional.of(type.cast(registration.service()));
            }
        }
        return Optional.empty();
    }

    @Override
    public Iterable<Registration<?>> all() {
        return new ArrayList<>(registrations);
    }
}
