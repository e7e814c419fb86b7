package org.incomingmail.dev.house;

/** One part of the instance. Rooms open in the order listed in DevInstance and close in reverse. */
public interface Room extends AutoCloseable {

    /** Starts the room: registers its services, routes and web items on the host. */
    void open(Host host) throws Exception;

    @Override
    default void close() {}
}
