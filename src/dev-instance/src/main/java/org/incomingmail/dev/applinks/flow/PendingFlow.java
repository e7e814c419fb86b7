package org.incomingmail.dev.applinks.flow;

import com.atlassian.confluence.oauth2.OAuth2Exception;
import java.time.Instant;

/**
 * An authorization somebody has begun. Kept in that person's session only, and on purpose not serializable: no session
 * store gets it, so neither state nor verifier outlives the process.
 *
 * @param id names the flow to the app; worth nothing to anybody else
 * @param state the one-time value that goes to the provider and back (RFC 6749 section 10.12)
 * @param verifier PKCE code verifier (RFC 7636)
 * @param returnTo where the app wants the browser back
 */
record PendingFlow(String id, String state, String linkId, String verifier, String returnTo, Instant begun) {

    /** Keeps state and verifier out of logs. */
    @Override
    public String toString() {
        return "PendingFlow[" + id + "]";
    }

    /** A flow that has come back, waiting for the app to take its outcome. */
    record Ended(String id, String linkId, Instant begun, Outcome outcome) {}

    /** What came of it. */
    sealed interface Outcome {}

    /** Somebody consented; the token is stored. */
    record Granted(String tokenId) implements Outcome {}

    /** No token: refused, or the provider misbehaved. */
    record Failed(OAuth2Exception why) implements Outcome {}
}
