package org.incomingmail.dev.applinks.tokens;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.confluence.oauth2.OAuth2Exception;
import com.atlassian.oauth2.client.api.ClientToken;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import org.incomingmail.dev.applinks.links.ApplicationScopes;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.applinks.links.OutgoingLinks;
import org.incomingmail.dev.applinks.provider.ProviderUnreachable;
import org.incomingmail.dev.applinks.provider.TokenEndpoint;

/** Tokens for the client itself (client credentials, RFC 6749 section 4.4). Kept in memory: asking again costs nothing. */
final class ApplicationTokens {
    private final Map<String, Cached> cache = new ConcurrentHashMap<>();
    private final OutgoingLinks links;
    private final TokenEndpoint endpoint;
    private final ClusterLockService locks;
    private final Lifetimes lifetimes;
    private final Clock clock;

    ApplicationTokens(
            OutgoingLinks links, TokenEndpoint endpoint, ClusterLockService locks, Lifetimes lifetimes, Clock clock) {
        this.links = links;
        this.endpoint = endpoint;
        this.locks = locks;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    ClientToken token(String linkId) throws OAuth2Exception {
        return token(linkId, "");
    }

    ClientToken afterRefusal(String linkId, String refusedAccessToken) throws OAuth2Exception {
        return token(linkId, refusedAccessToken);
    }

    private ClientToken token(String linkId, String refused) throws OAuth2Exception {
        OutgoingLink link =
                links.find(linkId).orElseThrow(() -> new OAuth2Exception("there is no outgoing link " + linkId));
        String secret = links.secret(linkId).orElse("");
        Cached cached = cache.get(linkId);
        if (cached != null && isGood(cached, link, secret, refused)) {
            return cached.token();
        }
        Lock lock = locks.getLockForName(RefreshingTokens.LOCK + linkId);
        if (!RefreshingTokens.acquired(lock)) {
            throw new ProviderUnreachable("another request for this token is taking too long");
        }
        try {
            cached = cache.get(linkId);
            if (cached == null || !isGood(cached, link, secret, refused)) {
                cached = new Cached(link, secret, ask(link, secret));
                cache.put(linkId, cached);
            }
            return cached.token();
        } finally {
            lock.unlock();
        }
    }

    private StoredToken ask(OutgoingLink link, String secret) throws OAuth2Exception {
        Instant now = clock.instant();
        return StoredToken.granted(
                link.id(), Holder.APP, endpoint.clientCredentials(link, secret, ApplicationScopes.of(link)), "", now);
    }

    private boolean isGood(Cached cached, OutgoingLink link, String secret, String refused) {
        return cached.link().equals(link)
                && cached.secret().equals(secret)
                && !cached.token().accessToken().equals(refused)
                && cached.token().isFresh(clock.instant(), lifetimes.margin());
    }

    /** A token with what it was obtained with: an edited link or a rotated secret gets a new one. */
    private record Cached(OutgoingLink link, String secret, StoredToken token) {
        @Override
        public String toString() {
            return "Cached[" + link.id() + "]";
        }
    }
}
