package org.incomingmail.confluence.oauth;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.authorization.Authorization;
import org.incomingmail.confluence.authorization.TokenRecord;
import org.incomingmail.confluence.metrics.PrometheusMeasures;
import org.incomingmail.engine.connection.AccessToken;
import org.incomingmail.engine.connection.AccessTokens;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.provider.Asking.Purpose;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Authentication.Grant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Access tokens of the host's OAuth 2.0 client. The host keeps and refreshes them; nothing of them is kept here. */
@Named
public class HostTokens implements AccessTokens {
    private static final Logger log = LoggerFactory.getLogger(HostTokens.class);
    private final HostOAuth host;
    private final TokenRecord record;
    private final PrometheusMeasures measures;
    private final TokenTrouble trouble;
    /** When each token expires that was seen last: another one has another time. */
    private final Map<String, Optional<Instant>> known = new ConcurrentHashMap<>();

    @Inject
    public HostTokens(HostOAuth host, TokenRecord record, PrometheusMeasures measures) {
        this(host, record, measures, Clock.systemUTC());
    }

    HostTokens(HostOAuth host, TokenRecord record, PrometheusMeasures measures, Clock clock) {
        this.measures = measures;
        this.host = host;
        this.record = record;
        this.trouble = new TokenTrouble(host, record, clock);
    }

    @Override
    public AccessToken accessToken(Authentication.OAuth2 authentication) throws ConnectionFailedException {
        return asked(authentication, calls -> token(calls, authentication));
    }

    @Override
    public AccessToken afterRefusal(Authentication.OAuth2 authentication, AccessToken refused)
            throws ConnectionFailedException {
        return asked(authentication, calls -> another(calls, authentication, refused));
    }

    private static AccessToken token(HostCalls calls, Authentication.OAuth2 authentication) throws Exception {
        return authentication.grant() == Grant.CLIENT_CREDENTIALS
                ? calls.applicationToken(authentication.clientId())
                : calls.token(Objects.requireNonNull(authentication.tokenId()));
    }

    private static AccessToken another(HostCalls calls, Authentication.OAuth2 authentication, AccessToken refused)
            throws Exception {
        return authentication.grant() == Grant.CLIENT_CREDENTIALS
                ? calls.applicationTokenAfterRefusal(authentication.clientId(), refused.value())
                : calls.tokenAfterRefusal(Objects.requireNonNull(authentication.tokenId()), refused.value());
    }

    private AccessToken asked(Authentication.OAuth2 authentication, Asked asked) throws ConnectionFailedException {
        String key = Authorization.key(authentication).orElse(null);
        if (key == null) {
            throw trouble.during(Purpose.USE, authentication, new NotAuthorizedException());
        }
        try {
            AccessToken token = asked.of(host.calls());
            record.obtained(key, token);
            Optional<Instant> expires = Optional.ofNullable(token.expires());
            if (!expires.equals(known.put(key, expires))) {
                measures.token(true);
            }
            return token;
        } catch (LinkageError | Exception thrown) {
            ConnectionFailedException failed = trouble.during(Purpose.USE, authentication, thrown);
            log.debug("{} asking the host for a token", failed.failure().code().id(), failed);
            record.refused(key, failed.failure());
            measures.token(false);
            throw failed;
        }
    }

    /** One of the calls. */
    private interface Asked {
        AccessToken of(HostCalls calls) throws Exception;
    }
}
