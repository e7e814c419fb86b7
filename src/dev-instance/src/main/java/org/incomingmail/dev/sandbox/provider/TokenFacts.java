package org.incomingmail.dev.sandbox.provider;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a live access token is worth.
 *
 * @param account for whom it was given, or null for an application's own token
 * @param audience the servers it is good at
 */
public record TokenFacts(
        String clientId, @Nullable String account, List<String> scopes, Set<String> audience, Instant expires) {}
