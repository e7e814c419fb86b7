package org.incomingmail.dev.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.incomingmail.dev.sandbox.provider.Lifetimes;
import org.incomingmail.dev.sandbox.provider.Provider;
import org.incomingmail.dev.sandbox.provider.ProviderSettings;

/** The sandbox's provider, the same after a restart: address, client, consents. */
final class OAuthDemo implements AutoCloseable {
    /** Seconds that access tokens live, for those who want to see refreshes. */
    private static final String LIFETIME = "sandbox.access-token.seconds";
    /** Where Application links expects the browser to come back. */
    private static final String CALLBACK = "/oauth2/callback.action";

    private final Provider provider;
    private final DemoClient client;

    private OAuthDemo(Provider provider, DemoClient client) {
        this.provider = provider;
        this.client = client;
    }

    static OAuthDemo start(Path home, InstantSource clock, String baseUrl, ProviderSettings.Accounts accounts)
            throws IOException {
        var client =
                new DemoClient(home.resolve("provider").resolve("client.properties"), URI.create(baseUrl + CALLBACK));
        var ports = new StoredPorts(home.resolve("ports.properties"));
        Lifetimes lifetimes = Lifetimes.DEFAULT.withAccessToken(Duration.ofSeconds(
                Long.getLong(LIFETIME, Lifetimes.DEFAULT.accessToken().toSeconds())));
        Provider provider =
                Provider.start(ProviderSettings.of(accounts, SandboxOAuth.SCOPES, List.of(client.registration()))
                        .withClock(clock)
                        .withLifetimes(lifetimes)
                        .withPort(ports.wanted("provider"))
                        .withStore(home.resolve("provider").resolve("consents.json"))
                        .withHint("Accounts are the mailboxes of the sandbox, for example " + SandboxOAuth.MAILBOX
                                + " with the password oauth. Sandbox mail in the wiki lists them all."));
        ports.remember("provider", provider.port());
        return new OAuthDemo(provider, client);
    }

    Provider provider() {
        return provider;
    }

    DemoClient client() {
        return client;
    }

    @Override
    public void close() {
        provider.close();
    }
}
