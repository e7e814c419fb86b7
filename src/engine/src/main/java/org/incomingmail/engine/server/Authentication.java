package org.incomingmail.engine.server;

/** How we prove who we are to the mail server. */
public sealed interface Authentication {

    /** User name and password. */
    record Basic() implements Authentication {}

    /**
     * OAuth 2.0 (RFC 6749) by a client that the host's Application links hold.
     *
     * @param clientId id of the client in the host, not the OAuth client_id
     */
    record OAuth2(String clientId) implements Authentication {}
}
