package org.incomingmail.dev.applinks.flow;

import com.atlassian.confluence.oauth2.OAuth2Exception;
import java.io.Serializable;
import java.time.Instant;

/**
 * An authorization somebody has begun. Kept in that person's session only, which is in the memory of this node or of the
 * cluster: neither state nor verifier outlives the processes.
 *
 * @param id names the flow to the app; worth nothing to anybody else
 * @param state the one-time value that goes to the provider and back (RFC 6749 section 10.12)
 * @param verifier PKCE code verifier (RFC 7636)
 * @param returnTo where the app wants the browser back
 */
record PendingFlow(String id, String state, String linkId, String verifier, String returnTo, Instant begun)
        implements Serializable {

    /** Keeps state and verifier out of logs. */
    @Override
    public String toString() {
        return "PendingFlow[" + id + "]";
    }

    /** A flow that has come back, waiting for the app to take its outcome. */
    record Ended(String id, String linkId, Instant begun, Outcome outcome) implements Serializable {}

    /** What came of it. */
    sealed interface Outcome extends Serializable {}

    /** Somebody consented; the token is stored. */
    record Granted(String tokenId) implements Outcome {}

    /** No token: refused, or the provider misbehaved. */
    record Failed(OAuth2Exception why) implements Outcome {}
}
