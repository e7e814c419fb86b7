package org.incomingmail.dev.applinks;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.confluence.oauth2.OAuth2Service;
import com.atlassian.oauth2.client.api.storage.TokenHandler;
import com.atlassian.oauth2.client.api.storage.config.ClientConfigStorageService;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.incomingmail.dev.applinks.flow.AuthorizationFlow;
import org.incomingmail.dev.applinks.flow.CallbackServlet;
import org.incomingmail.dev.applinks.flow.RedirectUrl;
import org.incomingmail.dev.applinks.links.HttpsRequirement;
import org.incomingmail.dev.applinks.links.OutgoingLinks;
import org.incomingmail.dev.applinks.provider.BoundedSender;
import org.incomingmail.dev.applinks.provider.TokenEndpoint;
import org.incomingmail.dev.applinks.secrets.SecretBox;
import org.incomingmail.dev.applinks.tokens.Lifetimes;
import org.incomingmail.dev.applinks.tokens.Pruning;
import org.incomingmail.dev.applinks.tokens.RefreshingTokens;
import org.incomingmail.dev.applinks.tokens.Tokens;
import org.incomingmail.dev.house.Host;
import org.incomingmail.dev.house.HostServices;
import org.incomingmail.dev.house.Room;
import org.incomingmail.dev.services.Database;
import org.incomingmail.dev.services.jobs.Jobs;

/** Application links: this wiki as an OAuth 2.0 client of mail providers, for apps that need tokens. */
public final class ApplicationLinksRoom implements Room {
    private final Clock clock;

    public ApplicationLinksRoom() {
        this(Clock.systemUTC());
    }

    ApplicationLinksRoom(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void open(Host host) throws Exception {
        HostServices services = host.services();
        Database database = services.get(Database.class);
        Path key =
                host.options().home().resolve("shared-home").resolve("applinks").resolve("key");
        SecretBox secrets = new SecretBox(key, new SecureRandom());
        OutgoingLinks links = new OutgoingLinks(database, secrets);
        Tokens tokens = new Tokens(database, secrets);
        TokenEndpoint endpoint = new TokenEndpoint(new BoundedSender(BoundedSender.PATIENCE), clock);
        HttpsRequirement https = HttpsRequirement.ofSystemProperties();
        RedirectUrl redirectUrl = new RedirectUrl(host::baseUrl, https);
        Lifetimes lifetimes = Lifetimes.ofSystemProperties();
        AuthorizationFlow flow = new AuthorizationFlow(links, tokens, endpoint, redirectUrl, lifetimes, clock);

        services.register(OAuth2Service.class, flow);
        services.register(ClientConfigStorageService.class, links);
        services.register(
                TokenHandler.class,
                new RefreshingTokens(
                        links, tokens, endpoint, services.get(ClusterLockService.class), lifetimes, clock));
        services.get(Jobs.class).schedule(new Pruning(tokens, lifetimes, clock).job());
        host.routes().servlet(RedirectUrl.PATH, new CallbackServlet(flow, redirectUrl, host.pages()));
    }
}
