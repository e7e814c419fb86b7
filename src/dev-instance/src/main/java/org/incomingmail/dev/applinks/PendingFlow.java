package org.incomingmail.dev.applinks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authorization somebody has begun, kept in that person's session only. Its one-time state is the flow's id.
 *
 * @param verifier PKCE code verifier (RFC 7636)
 * @param returnTo where the app wants the browser back
 * @param outcome what came of it; null until the provider sent the browser back
 */
record PendingFlow(
        String state, String linkId, String verifier, String returnTo, Instant begun, @Nullable Outcome outcome) {

    /** Token id on success, else the reason. */
    record Outcome(@Nullable String tokenId, @Nullable String error) {}

    PendingFlow ended(Outcome how) {
        return new PendingFlow(state, linkId, "", returnTo, begun, how);
    }

    /** Keeps the verifier out of logs. */
    @Override
    public String toString() {
        return "PendingFlow[" + linkId + "]";
    }
}
