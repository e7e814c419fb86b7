package org.incomingmail.engine.connection.provider;

import java.time.Instant;
import org.incomingmail.engine.server.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Who asked for a token, where and when.
 *
 * @param client name of the OAuth 2.0 client, for the texts
 * @param consented when somebody authorized; null where that isn't known
 */
public record Asking(String client, Provider provider, Purpose purpose, @Nullable Instant consented, Instant now) {

    /** AUTHORIZE: exchanging the code after a consent. USE: getting or refreshing a token to read mail. */
    public enum Purpose {
        AUTHORIZE,
        USE
    }
}
