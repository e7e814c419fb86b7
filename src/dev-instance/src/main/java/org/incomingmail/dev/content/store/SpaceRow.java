package org.incomingmail.dev.content.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the spaces table.
 *
 * @param creator user key
 */
public record SpaceRow(
        long id, String key, String name, @Nullable Long homePageId, @Nullable String creator, Instant created) {}
