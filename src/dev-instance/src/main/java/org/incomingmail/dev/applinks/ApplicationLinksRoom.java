package org.incomingmail.dev.applinks;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.confluence.oauth2.OAuth2Service;
import com.atlassian.oauth2.client.api.storage.TokenHandler;
import com.atlassian.oauth2.client.api.storage.config.ClientConfigStorageService;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import org.incomingmail.dev.applinks.flow.AuthorizationFlow;
import org.incomingmail.dev.applinks.flow.CallbackServlet;
import org.incomingmail.dev.applinks.flow.RedirectUrl;
import org.incomingmail.dev.applinks.links.HttpsRequirement;
import org.incomingmail.dev.applinks.links.OutgoingLinks;
import org.incomingmail.dev.applinks.provider.BoundedSender;
import org.incomingmail.dev.applinks.provider.LinkProbe;
import org.incomingmail.dev.applinks.provider.TokenEndpoint;
import org.incomingmail.dev.applinks.rest.OutgoingLinksResource;
import org.incomingmail.dev.applinks.screens.CreateLinkScreen;
import org.incomingmail.dev.applinks.screens.EditLinkScreen;
import org.incomingmail.dev.applinks.screens.LinkListScreen;
import org.incomingmail.dev.applinks.screens.LinksModel;
import org.incomingmail.dev.applinks.screens.RemoveLinkScreen;
import org.incomingmail.dev.applinks.screens.RotateSecretScreen;
import org.incomingmail.dev.applinks.screens.ViewLinkScreen;
import org.incomingmail.dev.applinks.secrets.SecretBox;
import org.incomingmail.dev.applinks.tokens.Lifetimes;
import org.incomingmail.dev.applinks.tokens.Pruning;
import org.incomingmail.dev.applinks.tokens.RefreshingTokens;
import org.incomingmail.dev.applinks.tokens.Tokens;
import org.incomingmail.dev.house.Host;
import org.incomingmail.dev.house.HostServices;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.Room;
import org.incomingmail.dev.house.Routes;
import org.incomingmail.dev.services.Database;
import org.incomingmail.dev.services.jobs.Jobs;

/** Application links: this wiki as an OAuth 2.0 client of mail providers, for apps that need tokens. */
public final class ApplicationLinksRoom implements Room {
    private final Clock clock;
    private final HttpsRequirement https;

    public ApplicationLinksRoom() {
        this(Clock.systemDefaultZone(), HttpsRequirement.ofSystemProperties());
    }

    ApplicationLinksRoom(Clock clock, HttpsRequirement https) {
        this.clock = clock;
        this.https = https;
    }

    @Override
    public void open(Host host) throws Exception {
        HostServices services = host.services();
        Database database = services.get(Database.class);
        Path key = host.options().sharedHome().resolve("applinks").resolve("key");
        SecretBox secrets = new SecretBox(key, new SecureRandom());
        OutgoingLinks links = new OutgoingLinks(database, secrets);
        Tokens tokens = new Tokens(database, secrets);
        BoundedSender sender = new BoundedSender(BoundedSender.PATIENCE);
        TokenEndpoint endpoint = new TokenEndpoint(sender, clock);
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
        LinkProbe probe = new LinkProbe(sender, endpoint);
        addScreens(host, new LinksModel(links, tokens, flow, probe, redirectUrl, clock));
    }

    private static void addScreens(Host host, LinksModel model) {
        Routes routes = host.routes();
        Pages pages = host.pages();
        routes.servlet(RedirectUrl.PATH, new CallbackServlet(model.flow(), model.redirectUrl(), pages));
        routes.servlet(LinkListScreen.PATH, new LinkListScreen(model, pages));
        // the documented address, which apps link to
        routes.servlet(LinkListScreen.DOCUMENTED_PATH, new LinkListScreen(model, pages));
        routes.servlet(CreateLinkScreen.PATH, new CreateLinkScreen(model, pages));
        routes.servlet(EditLinkScreen.PATH, new EditLinkScreen(model, pages));
        routes.servlet(ViewLinkScreen.PATH, new ViewLinkScreen(model, pages));
        routes.servlet(RotateSecretScreen.PATH, new RotateSecretScreen(model, pages));
        routes.servlet(RemoveLinkScreen.PATH, new RemoveLinkScreen(model, pages));
        routes.rest(
                "/applinks/1.0",
                Set.of(new OutgoingLinksResource(model.links(), model.tokens(), model.redirectUrl(), host.services())));
        routes.descriptor("host/applinks.xml");
    }
}
