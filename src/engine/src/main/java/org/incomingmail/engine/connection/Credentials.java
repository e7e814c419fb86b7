package org.incomingmail.engine.connection;

/** What proves who we are. Never logged: toString says only the kind. */
public sealed interface Credentials {

    /** A password, for LOGIN, PLAIN or USER/PASS. */
    record Password(String value) implements Credentials {
        @Override
        public String toString() {
            return "Password[...]";
        }
    }

    /** An OAuth 2.0 access token, for XOAUTH2 or OAUTHBEARER (RFC 7628). */
    record BearerToken(String value) implements Credentials {
        @Override
        public String toString() {
            return "BearerToken[...]";
        }
    }
}
