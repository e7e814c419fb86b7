package org.incomingmail.dev.sandbox.provider;

import com.nimbusds.oauth2.sdk.id.Issuer;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An OAuth 2.0 authorization server on the loopback interface, with an address (and so an origin) of its own, as the
 * providers of the world have: authorization code with PKCE, client credentials, rotated refresh tokens, revocation,
 * introspection, metadata. The demo and fast tests use the same class; {@link #controls} makes it misbehave.
 */
public final class Provider implements AutoCloseable {
    private static final int THREADS = 8;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final HttpServer server;
    private final ExecutorService threads;
    private final Endpoints endpoints;
    private final Clients clients;
    private final ProviderControls controls;

    private Provider(ProviderSettings settings) throws IOException {
        server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), settings.port()), 0);
        endpoints = new Endpoints(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        threads = Executors.newFixedThreadPool(THREADS, task -> {
            var thread = new Thread(task, "sandbox-provider-" + COUNT.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);

        clients = new Clients(settings.clients());
        var issuer = new Issuer(endpoints.issuer());
        var grants = new Grants(settings);
        var codes = new Codes(settings, grants);
        var faults = new Faults();
        var authorizing = new Authorizing(new AuthorizeReading(clients), grants, codes, issuer, faults);
        var tokens = new TokenAnswers(clients, codes, grants);
        var introspection = new Introspection(settings, clients, grants, issuer);
        controls = new ProviderControls(grants, authorizing, tokens, introspection, faults);

        var pages = new ProviderPages(settings);
        var visits = new Visits(settings, authorizing, pages);
        var routes = new ProviderRoutes(server, faults, pages);
        routes.get(Endpoints.AUTHORIZE, visits::authorize);
        routes.getAndPost(Endpoints.SIGN_IN, visits::signIn);
        routes.getAndPost(Endpoints.CONSENT, visits::consent);
        routes.api(endpoints.token(), tokens::answer);
        routes.api(endpoints.revocation(), new Revocation(clients, grants)::answer);
        routes.api(endpoints.introspection(), introspection::answer);
        routes.get(Endpoints.METADATA, exchange -> exchange.json(endpoints.describe(settings.scopes())));
    }

    public static Provider start(ProviderSettings settings) throws IOException {
        var provider = new Provider(settings);
        provider.server.start();
        return provider;
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Registers a client, or replaces the one of that id: other redirect addresses, another secret. */
    public void register(RegisteredClient client) {
        clients.register(client);
    }

    public ProviderControls controls() {
        return controls;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
