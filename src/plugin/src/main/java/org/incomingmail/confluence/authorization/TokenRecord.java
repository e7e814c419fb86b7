package org.incomingmail.confluence.authorization;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.connection.AccessToken;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes what became of asking for tokens. Never stands in the way: mail is read without it as well. */
@Named
public class TokenRecord {
    private static final Logger log = LoggerFactory.getLogger(TokenRecord.class);
    private final Authorizations authorizations;
    private final Clock clock;

    @Inject
    public TokenRecord(Authorizations authorizations) {
        this(authorizations, Clock.systemUTC());
    }

    public TokenRecord(Authorizations authorizations, Clock clock) {
        this.authorizations = authorizations;
        this.clock = clock;
    }

    /** When somebody authorized, as far as we know. */
    public Optional<Instant> consented(String key) {
        return find(key).map(Authorization::consented);
    }

    public void authorized(String key, String administrator) {
        put(Authorization.unknown(key).by(administrator, clock.instant()));
    }

    /** Writes only when it is another access token than last time. */
    public void obtained(String key, AccessToken token) {
        Authorization known = find(key).orElseGet(() -> Authorization.unknown(key));
        Authorization now = known.with(token, clock.instant());
        if (now != known) {
            put(now);
        }
    }

    public void refused(String key, ConnectionFailure failure) {
        put(find(key).orElseGet(() -> Authorization.unknown(key)).without(failure, clock.instant()));
    }

    public Optional<Authorization> find(String key) {
        try {
            return authorizations.find(key);
        } catch (RuntimeException unreadable) {
            log.debug("What is known about a token can't be read", unreadable);
            return Optional.empty();
        }
    }

    private void put(Authorization authorization) {
        try {
            authorizations.put(authorization);
        } catch (RuntimeException notWritten) {
            log.debug("What is known about a token can't be written", notWritten);
        }
    }
}
