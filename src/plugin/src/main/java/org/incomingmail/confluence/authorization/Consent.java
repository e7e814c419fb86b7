package org.incomingmail.confluence.authorization;

import java.util.Optional;
import javax.servlet.http.HttpSession;
import org.incomingmail.engine.connection.ConnectionFailedException;

/** Port: somebody's consent at the provider (RFC 6749 section 4.1), obtained by the host's OAuth 2.0 client. */
public interface Consent {

    /**
     * Begins: the browser goes to the provider, and comes back to the given address.
     *
     * @throws ConnectionFailedException at stage TOKEN: no such client, or no OAuth 2.0 in this host
     */
    Begun begin(HttpSession session, String clientId, String returnTo) throws ConnectionFailedException;

    /**
     * Ends what was begun in the same session, once, and gives the id of the new token in the host's store.
     *
     * @param flowId empty when this session began nothing, or ended it already
     * @throws ConnectionFailedException at stage TOKEN: the provider refused, or nothing was begun
     */
    String complete(HttpSession session, String clientId, Optional<String> flowId) throws ConnectionFailedException;

    /** @param provider address at the provider to send the browser to */
    record Begun(String flowId, String provider) {
        /** Both are good for one use by whoever has them. */
        @Override
        public String toString() {
            return "Begun[...]";
        }
    }
}
