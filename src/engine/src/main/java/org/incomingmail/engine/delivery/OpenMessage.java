package org.incomingmail.engine.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message without an outcome: left over from a run that died, or to be tried again.
 *
 * @param attempts that were begun
 * @param updated when the ledger last heard of it
 * @param due when to try again; null for at once
 */
public record OpenMessage(long id, int attempts, String epoch, String uid, Instant updated, @Nullable Instant due) {}
