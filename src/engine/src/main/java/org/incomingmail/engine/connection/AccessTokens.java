package org.incomingmail.engine.connection;

/** Port: OAuth 2.0 access tokens of the host's clients. */
@FunctionalInterface
public interface AccessTokens {

    /** A token that is valid now, refreshed when needed. */
    String accessToken(String clientId) throws ConnectionFailedException;
}
