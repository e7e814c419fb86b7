package org.incomingmail.dev.cluster.launch;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.incomingmail.dev.house.StartFailure;

/**
 * Where people reach the cluster, as a load balancer would be: requests go to the nodes in turn, without regard to sessions.
 * A request that a node does not take, as it just died, goes to another.
 */
final class Entry implements AutoCloseable {
    private static final int TRIES = 3;
    private final LoadBalancingProxyClient nodes =
            new LoadBalancingProxyClient().setConnectionsPerThread(20).setProblemServerRetry(2);
    private final PathHandler paths = Handlers.path();
    private final Undertow server;
    private final String contextPath;
    private final Set<URI> known = new HashSet<>();

    private Entry(int port, String contextPath) {
        this.contextPath = contextPath;
        HttpHandler toNodes = proxy(nodes);
        paths.addPrefixPath("/", exchange -> {
            if (isAnybodyThere()) {
                toNodes.handleRequest(exchange);
            } else {
                nobody(exchange);
            }
        });
        this.server = Undertow.builder()
                .addHttpListener(port, InetAddress.getLoopbackAddress().getHostAddress())
                .setHandler(paths)
                .build();
    }

    static Entry open(int port, String contextPath) {
        Entry entry = new Entry(port, contextPath);
        try {
            entry.server.start();
            return entry;
        } catch (RuntimeException e) {
            throw new StartFailure("port " + port + " is in use; choose another one with --port", e);
        }
    }

    private static ProxyHandler proxy(LoadBalancingProxyClient client) {
        return ProxyHandler.builder()
                .setProxyClient(client)
                .setMaxConnectionRetries(TRIES)
                .setRewriteHostHeader(false)
                .build();
    }

    String baseUrl() {
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return "http://localhost:" + address.getPort() + contextPath;
    }

    /** The demo's mail server has screens of its own, which only the process that has it can show. */
    void serve(String path, String url) {
        LoadBalancingProxyClient client = new LoadBalancingProxyClient();
        client.addHost(URI.create(origin(url) + contextPath + path));
        paths.addPrefixPath(contextPath + path, proxy(client));
    }

    /** From now on, requests go to these. */
    synchronized void sendTo(List<String> urls) {
        Set<URI> wanted = new HashSet<>();
        urls.forEach(url -> wanted.add(origin(url)));
        for (URI gone : Set.copyOf(known)) {
            if (!wanted.contains(gone)) {
                nodes.removeHost(gone);
                known.remove(gone);
            }
        }
        for (URI each : wanted) {
            if (known.add(each)) {
                nodes.addHost(each);
            }
        }
    }

    private synchronized boolean isAnybodyThere() {
        return !known.isEmpty();
    }

    private static URI origin(String url) {
        URI whole = URI.create(url);
        return URI.create(whole.getScheme() + "://" + whole.getAuthority());
    }

    private static void nobody(HttpServerExchange exchange) {
        exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain;charset=UTF-8");
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "5");
        exchange.getResponseSender().send("No node of the cluster is ready.\n");
    }

    @Override
    public void close() {
        server.stop();
    }
}
