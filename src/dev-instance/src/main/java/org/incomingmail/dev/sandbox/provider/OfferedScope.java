package org.incomingmail.dev.sandbox.provider;

/**
 * Something an application may be allowed.
 *
 * @param name as requested (RFC 6749 section 3.3)
 * @param description what the consent page says
 * @param resource the server it is good at: the token's audience; empty for none
 */
public record OfferedScope(String name, String description, String resource) {
    /** Asks for a refresh token, as at Microsoft and in OpenID Connect Core section 11. */
    public static final String OFFLINE_ACCESS = "offline_access";
}
