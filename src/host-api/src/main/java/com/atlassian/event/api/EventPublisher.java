package com.atlassian.event.api;

import org.incomingmail.hostapi.HostType;

/** Publishes host events to registered listeners. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public interface EventPublisher {
    void publish(Object event);

    void register(Object listener);

    void unregister(Object listener);
}
