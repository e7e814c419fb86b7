package org.incomingmail.dev.sandbox.provider;

import java.time.Instant;
import java.util.List;

/**
 * Somebody's permission for an application. All tokens given under it end with it.
 *
 * @param account who gave it
 */
public record Consent(String id, String clientId, String account, List<String> scopes, Instant given) {}
