package org.incomingmail.dev.applinks;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.oauth2.client.api.storage.TokenHandler;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.incomingmail.dev.applinks.flow.AuthorizationFlow;
import org.incomingmail.dev.applinks.flow.RedirectUrl;
import org.incomingmail.dev.applinks.links.HttpsRequirement;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.applinks.links.OutgoingLinks;
import org.incomingmail.dev.applinks.links.ProviderType;
import org.incomingmail.dev.applinks.provider.BoundedSender;
import org.incomingmail.dev.applinks.provider.Grant;
import org.incomingmail.dev.applinks.provider.TokenEndpoint;
import org.incomingmail.dev.applinks.secrets.SecretBox;
import org.incomingmail.dev.applinks.tokens.Holder;
import org.incomingmail.dev.applinks.tokens.Lifetimes;
import org.incomingmail.dev.applinks.tokens.RefreshingTokens;
import org.incomingmail.dev.applinks.tokens.StoredToken;
import org.incomingmail.dev.applinks.tokens.Tokens;
import org.incomingmail.dev.services.Database;
import org.incomingmail.dev.services.Databases;
import org.jspecify.annotations.Nullable;

/** A wiki with a real database, a provider on loopback, and a clock that the test moves. */
public final class World implements AutoCloseable {
    public static final String BASE_URL = "http://localhost:1990/confluence";
    /** Long: the machine may be busy. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    public final LocalProvider provider = new LocalProvider();
    public final MovingClock clock = new MovingClock();
    public final Lifetimes lifetimes =
            new Lifetimes(Duration.ofDays(30), Duration.ofSeconds(120), Duration.ofDays(30), "0 0 23 * * ?");
    private final SharedLocks locks = new SharedLocks();
    public final Path home;
    public final Database database;
    public final OutgoingLinks links;
    public final Tokens tokens;
    public final TokenEndpoint endpoint = new TokenEndpoint(new BoundedSender(PATIENCE), clock);
    public final AuthorizationFlow flow;

    public World(Path home) {
        this(home, Optional.empty());
    }

    public World(Path home, Optional<String> jdbcUrl) {
        this.home = home;
        database = Databases.open(home, jdbcUrl);
        SecretBox secrets = secrets(home);
        links = new OutgoingLinks(database, secrets);
        tokens = new Tokens(database, secrets);
        RedirectUrl redirectUrl = new RedirectUrl(() -> BASE_URL, new HttpsRequirement(false, false));
        flow = new AuthorizationFlow(links, tokens, endpoint, redirectUrl, lifetimes, clock);
    }

    private static SecretBox secrets(Path home) {
        try {
            return new SecretBox(home.resolve("key"), new SecureRandom());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What another node of the cluster would use: nothing in common but database and locks. */
    public TokenHandler node() {
        return new RefreshingTokens(links, tokens, endpoint, locks, lifetimes, clock);
    }

    /** Another node that has its own way to the locks. */
    public TokenHandler node(ClusterLockService ownLocks) {
        return new RefreshingTokens(links, tokens, endpoint, ownLocks, lifetimes, clock);
    }

    /** How many threads wait for a lock. */
    public int waiting() {
        return locks.waiting();
    }

    public OutgoingLink link(ProviderType type, @Nullable String issuer, String... scopes) {
        OutgoingLink link = provider.link(type, issuer, scopes);
        links.save(link, provider.secret);
        return link;
    }

    public OutgoingLink link() {
        return link(ProviderType.CUSTOM, null, "mail", "offline_access");
    }

    /** A consent as it is after Authorize. */
    public String consented(OutgoingLink link) {
        String refresh = "refresh-token-first-" + link.id();
        provider.liveRefreshTokens.add(refresh);
        StoredToken token = StoredToken.granted(
                link.id(),
                Holder.APP,
                new Grant("access-token-first", clock.instant().plus(provider.lifetime), refresh, List.of("mail")),
                "admin",
                clock.instant());
        tokens.add(token);
        return token.id();
    }

    public static AuthorizationRequest request(String redirect) {
        try {
            return AuthorizationRequest.parse(URI.create(redirect));
        } catch (ParseException e) {
            throw new AssertionError(redirect, e);
        }
    }

    @Override
    public void close() {
        provider.close();
        database.close();
    }
}
