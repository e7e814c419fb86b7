package org.incomingmail.dev.applinks.tokens;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.confluence.oauth2.OAuth2Exception;
import com.atlassian.oauth2.client.api.ClientToken;
import com.atlassian.oauth2.client.api.storage.TokenHandler;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.applinks.links.OutgoingLinks;
import org.incomingmail.dev.applinks.provider.Grant;
import org.incomingmail.dev.applinks.provider.ProviderRefusal;
import org.incomingmail.dev.applinks.provider.ProviderUnreachable;
import org.incomingmail.dev.applinks.provider.TokenEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives tokens that are valid now. One refresh at a time in the whole cluster, however many ask. */
public final class RefreshingTokens implements TokenHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshingTokens.class);
    static final String LOCK = "org.incomingmail.dev.applinks.token.";
    private static final long LOCK_WAIT_SECONDS = 90;
    private final OutgoingLinks links;
    private final Tokens tokens;
    private final ApplicationTokens applications;
    private final TokenEndpoint endpoint;
    private final ClusterLockService locks;
    private final Lifetimes lifetimes;
    private final Clock clock;

    public RefreshingTokens(
            OutgoingLinks links,
            Tokens tokens,
            TokenEndpoint endpoint,
            ClusterLockService locks,
            Lifetimes lifetimes,
            Clock clock) {
        this.links = links;
        this.tokens = tokens;
        this.applications = new ApplicationTokens(links, endpoint, locks, lifetimes, clock);
        this.endpoint = endpoint;
        this.locks = locks;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    @Override
    public ClientToken getRefreshedToken(String clientTokenId) throws OAuth2Exception {
        StoredToken token = load(clientTokenId);
        return isFresh(token) ? token : anotherThan(token.accessToken(), clientTokenId);
    }

    /** Refreshes although the token looks valid; once for a given refused token. */
    @Override
    public ClientToken getTokenAfterRefusal(String clientTokenId, String refusedAccessToken) throws OAuth2Exception {
        if (links.find(clientTokenId).isPresent()) {
            return applications.afterRefusal(clientTokenId, refusedAccessToken);
        }
        return anotherThan(refusedAccessToken, clientTokenId);
    }

    @Override
    public ClientToken getApplicationToken(String clientConfigId) throws OAuth2Exception {
        return applications.token(clientConfigId);
    }

    private StoredToken anotherThan(String accessToken, String id) throws OAuth2Exception {
        Instant asked = clock.instant();
        Lock lock = locks.getLockForName(LOCK + id);
        if (!acquired(lock)) {
            throw new ProviderUnreachable("another refresh of this token is taking too long");
        }
        try {
            StoredToken token = load(id);
            if (!token.accessToken().equals(accessToken) && !token.isExpired(clock.instant())) {
                return token;
            }
            if (token.refusal() != null && token.refusal().when().isAfter(asked)) {
                // the one we waited for has asked already
                throw token.refusal().again();
            }
            return refresh(token);
        } finally {
            lock.unlock();
        }
    }

    private StoredToken refresh(StoredToken token) throws OAuth2Exception {
        try {
            tokens.refreshed(token, grant(token), clock.instant());
        } catch (ProviderRefusal e) {
            remember(token, e, e.forGood());
            throw e;
        } catch (ProviderUnreachable e) {
            remember(token, e, false);
            throw e;
        }
        return load(token.id());
    }

    private void remember(StoredToken token, OAuth2Exception failure, boolean forGood) {
        Refusal refusal = Refusal.of(failure, clock.instant());
        if (token.refusal() == null || !token.refusal().text().equals(refusal.text())) {
            // once, not at every attempt
            LOG.warn("A token of the outgoing link {} could not be refreshed: {}", token.linkId(), refusal.text());
        }
        tokens.refused(token, refusal, forGood);
    }

    private Grant grant(StoredToken token) throws OAuth2Exception {
        String refreshToken = token.refreshToken();
        if (refreshToken == null) {
            throw new ProviderRefusal("invalid_grant", "the access token is used up and there is no refresh token");
        }
        OutgoingLink link = links.find(token.linkId())
                .orElseThrow(() -> new OAuth2Exception("the outgoing link of this token was removed"));
        return endpoint.refresh(link, links.secret(link.id()).orElse(""), refreshToken);
    }

    private StoredToken load(String id) throws OAuth2Exception {
        return tokens.find(id).orElseThrow(() -> new OAuth2Exception("there is no token " + id));
    }

    private boolean isFresh(StoredToken token) {
        return token.isFresh(clock.instant(), lifetimes.margin());
    }

    static boolean acquired(Lock lock) {
        try {
            return lock.tryLock(LOCK_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
