package org.incomingmail.engine.server;

/** The kinds of {@link Authentication} as they are entered. */
public enum AuthenticationType {
    BASIC,
    OAUTH2;

    public static AuthenticationType of(Authentication authentication) {
        return authentication instanceof Authentication.Basic ? BASIC : OAUTH2;
    }
}
