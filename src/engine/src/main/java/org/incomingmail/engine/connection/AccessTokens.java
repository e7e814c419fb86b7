package org.incomingmail.engine.connection;

import org.incomingmail.engine.server.Authentication;

/** Port: OAuth 2.0 access tokens of the host's clients. */
public interface AccessTokens {

    /**
     * A token that is valid now, refreshed when needed.
     *
     * @throws ConnectionFailedException at stage TOKEN: not authorized, refused by the provider, provider out of reach
     */
    AccessToken accessToken(Authentication.OAuth2 authentication) throws ConnectionFailedException;

    /**
     * The mail server refused a token that looked valid: another one, refreshed once for a given token. The same token
     * comes back when the host can't refresh on demand.
     */
    AccessToken afterRefusal(Authentication.OAuth2 authentication, AccessToken refused)
            throws ConnectionFailedException;
}
