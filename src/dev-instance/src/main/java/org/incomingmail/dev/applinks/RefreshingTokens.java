package org.incomingmail.dev.applinks;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.confluence.oauth2.OAuth2Exception;
import com.atlassian.oauth2.client.api.ClientToken;
import com.atlassian.oauth2.client.api.storage.TokenHandler;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/** Gives tokens that are valid now. One refresh at a time in the whole cluster, however many ask. */
final class RefreshingTokens implements TokenHandler {
    private static final long LOCK_WAIT_SECONDS = 60;
    private final OutgoingLinks links;
    private final Tokens tokens;
    private final TokenEndpoint endpoint;
    private final ClusterLockService locks;
    private final Clock clock;

    RefreshingTokens(
            OutgoingLinks links, Tokens tokens, TokenEndpoint endpoint, ClusterLockService locks, Clock clock) {
        this.links = links;
        this.tokens = tokens;
        this.endpoint = endpoint;
        this.locks = locks;
        this.clock = clock;
    }

    @Override
    public ClientToken getRefreshedToken(String clientTokenId) throws OAuth2Exception {
        StoredToken token = load(clientTokenId);
        return fresh(token) ? token : refreshed(clientTokenId, token.accessToken());
    }

    /** Refreshes although the token looks valid, because the mail server refused it; once for a given token. */
    ClientToken refreshed(String id, String refusedAccessToken) throws OAuth2Exception {
        Lock lock = locks.getLockForName("org.incomingmail.dev.applinks.token." + id);
        if (!locked(lock)) {
            throw new ProviderUnreachable("another refresh of this token is taking too long");
        }
        try {
            StoredToken token = load(id);
            boolean somebodyElseDid = !token.accessToken().equals(refusedAccessToken) && fresh(token);
            return somebodyElseDid ? token : refresh(token);
        } finally {
            lock.unlock();
        }
    }

    private StoredToken refresh(StoredToken token) throws OAuth2Exception {
        if (token.refreshToken() == null) {
            throw new ProviderRefusal("invalid_grant", "the access token has expired and there is no refresh token");
        }
        OutgoingLink link = links.find(token.linkId())
                .orElseThrow(() -> new OAuth2Exception("the outgoing link of this token was removed"));
        try {
            Grant grant = endpoint.refresh(link, links.secret(link.id()), token.refreshToken());
            tokens.refreshed(token.id(), grant.accessToken(), grant.expires(), grant.refreshToken(), clock.instant());
            return load(token.id());
        } catch (ProviderRefusal e) {
            tokens.refused(token.id(), String.valueOf(e.getMessage()), e.forGood() ? clock.instant() : null);
            throw e;
        } catch (ProviderUnreachable e) {
            tokens.refused(token.id(), String.valueOf(e.getMessage()), null);
            throw e;
        }
    }

    private StoredToken load(String id) throws OAuth2Exception {
        return tokens.find(id).orElseThrow(() -> new OAuth2Exception("there is no token " + id));
    }

    private boolean fresh(StoredToken token) {
        return clock.instant().plus(AccessLifetime.CLOCK_SKEW).isBefore(token.accessExpires());
    }

    private static boolean locked(Lock lock) {
        try {
            return lock.tryLock(LOCK_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
