package org.incomingmail.dev.house;

import java.util.Map;
import java.util.Optional;

/** Services by interface. Registered ones whose interface is a host-api type become OSGi services. */
public interface HostServices {

    /** Registers under one interface. */
    default <T> void register(Class<T> type, T service) {
        register(type, service, Map.of());
    }

    /** Registers under one interface, with OSGi service properties (e.g. "bean-name" to "salUserManager"). */
    <T> void register(Class<T> type, T service, Map<String, String> properties);

    /**
     * The service registered under the interface.
     *
     * @throws IllegalStateException if no room has registered one
     */
    <T> T get(Class<T> type);

    /** The service registered under the interface, if a room has one. */
    <T> Optional<T> find(Class<T> type);

    /** Everything registered, for the kernel. */
    Iterable<Registration<?>> all();

    /** One registered service. */
    record Registration<T>(Class<T> type, T service, Map<String, String> properties) {}
}
