package org.incomingmail.dev.applinks;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * This host as an OAuth 2.0 client of somebody else. Holds no secret; that is kept apart, encrypted.
 *
 * @param secretExpires when the provider will stop accepting the client secret, or null where nobody said
 * @param issuer the authorization server's issuer to hold answers against (RFC 9207), or null
 */
public record OutgoingLink(
        String id,
        String name,
        String description,
        ProviderType type,
        String clientId,
        @Nullable LocalDate secretExpires,
        List<String> scopes,
        URI authorizationEndpoint,
        URI tokenEndpoint,
        @Nullable String issuer) {}
