package org.incomingmail.engine.connection.provider;

/** Why there is no token, in the words of whoever said so. */
public sealed interface TokenProblem {

    /**
     * The provider refused (RFC 6749 sections 4.1.2.1 and 5.2).
     *
     * @param description its error_description; empty when there is none
     */
    record Refusal(String error, String description) implements TokenProblem {}

    /**
     * No OAuth 2.0 answer came from the provider: tokens are kept.
     *
     * @param words whatever was said about it, such as the message of an exception
     */
    record Outage(Kind kind, String words) implements TokenProblem {
        /** BUSY: HTTP 429 or 503; ERROR: another 5xx; NOT_OAUTH: an answer, but HTML or other than RFC 6749 5 demands. */
        public enum Kind {
            UNREACHABLE,
            TIMEOUT,
            NOT_OAUTH,
            TOO_LARGE,
            REDIRECT,
            ERROR,
            BUSY
        }
    }

    /** A host's client that tells only a sentence; what the provider said is looked for in it. */
    record Words(String said) implements TokenProblem {}

    /**
     * We know it ourselves.
     *
     * @param detail for the texts of the code; empty when it needs none
     */
    record Known(TokenCode code, String detail) implements TokenProblem {}
}
