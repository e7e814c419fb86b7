package org.incomingmail.engine.server;

import org.jspecify.annotations.Nullable;

/** How we prove who we are to the mail server. */
public sealed interface Authentication {

    /** User name and password. */
    record Basic() implements Authentication {}

    /**
     * OAuth 2.0 (RFC 6749) by a client that the host's Application links hold.
     *
     * @param clientId id of the client in the host, not the OAuth client_id
     * @param tokenId id of the token in the host's store; null as long as nobody authorized, and with
     *     {@link Grant#CLIENT_CREDENTIALS}
     */
    record OAuth2(String clientId, @Nullable String tokenId, Grant grant) implements Authentication {}

    /** Who consents: a person at the provider, or the provider's administrator for the app itself. */
    enum Grant {
        /** RFC 6749 section 4.1. */
        AUTHORIZATION_CODE,
        /** RFC 6749 section 4.4: app-only access of Microsoft 365. */
        CLIENT_CREDENTIALS
    }
}
