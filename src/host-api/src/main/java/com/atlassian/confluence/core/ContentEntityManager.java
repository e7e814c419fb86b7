package com.atlassian.confluence.core;

import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;
import org.jspecify.annotations.Nullable;

/** Saves and finds content. Checks no permission. */
@HostType(source = "Confluence Javadoc 7.3.5")
public interface ContentEntityManager {
    @Unconfirmed
    @Nullable
    ContentEntityObject getById(long id);

    /** Stores new or changed content, publishes its event and with it the watchers' notifications. */
    @Unconfirmed
    void saveContentEntity(ContentEntityObject content, @Nullable SaveContext saveContext);
}
