package org.incomingmail.engine.connection;

import org.incomingmail.engine.server.OAuth2Client;

/** What proves who we are. Never logged: toString says only the kind. */
public sealed interface Credentials {

    /** What must not be seen. */
    String value();

    /** A password, for LOGIN, PLAIN or USER/PASS. */
    record Password(String value) implements Credentials {
        @Override
        public String toString() {
            return "Password[...]";
        }
    }

    /**
     * An OAuth 2.0 access token, for XOAUTH2 or OAUTHBEARER (RFC 7628).
     *
     * @param client whose token it is
     */
    record BearerToken(AccessToken token, OAuth2Client client) implements Credentials {
        @Override
        public String value() {
            return token.value();
        }

        @Override
        public String toString() {
            return "BearerToken[...]";
        }
    }
}
