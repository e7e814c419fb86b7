package org.incomingmail.dev.applinks;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.applinks.links.ProviderType;
import org.jspecify.annotations.Nullable;

/** An OAuth 2.0 provider on loopback. Honest and strict by default: PKCE required, codes and refresh tokens good once. */
public final class LocalProvider implements AutoCloseable {
    public volatile String secret = "the-client-secret-of-the-test";
    public volatile Duration lifetime = Duration.ofHours(1);
    public volatile boolean givesRefreshTokens = true;

    /** Takes the token endpoint's place where set. */
    public volatile @Nullable HttpHandler misbehaviour;

    /** What it says about itself, where it does. */
    public volatile @Nullable String metadata;

    /** The same of the issuer below /realm, where RFC 8414 has it. */
    public volatile @Nullable String realmMetadata;

    /** Runs before a refresh is answered. */
    public volatile Runnable beforeRefresh = () -> {};

    public final List<HTTPRequest> tokenRequests = new CopyOnWriteArrayList<>();
    public final Set<String> liveRefreshTokens = ConcurrentHashMap.newKeySet();
    private final Map<String, AuthorizationRequest> codes = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    public LocalProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/.well-known/openid-configuration", this::describe);
        server.createContext("/.well-known/oauth-authorization-server/realm", this::describe);
        server.start();
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public String issuer() {
        return address("").toString();
    }

    /** A link to it; not stored anywhere. */
    public OutgoingLink link(ProviderType type, @Nullable String issuer, String... scopes) {
        return new OutgoingLink(
                UUID.randomUUID().toString(),
                "Link to " + type.label() + " " + number.incrementAndGet(),
                "",
                type,
                "the-client",
                null,
                List.of(scopes),
                address("/authorize"),
                address("/token"),
                issuer);
    }

    /** Somebody consents: the code that the browser brings back for this authorization request. */
    public String consent(AuthorizationRequest request) {
        String code = "code-" + number.incrementAndGet();
        codes.put(code, request);
        return code;
    }

    public long refreshes() {
        return tokenRequests.stream()
                .filter(request -> String.valueOf(request.getBody()).contains("grant_type=refresh_token"))
                .count();
    }

    /** What somebody at the provider's pages would do: consent at once and be sent back. */
    private void authorize(HttpExchange exchange) throws IOException {
        try {
            AuthorizationRequest request = AuthorizationRequest.parse(
                    exchange.getRequestURI().getRawQuery() == null
                            ? ""
                            : exchange.getRequestURI().getRawQuery());
            String back = request.getRedirectionURI() + "?code=" + encode(consent(request)) + "&state="
                    + encode(request.getState().getValue()) + "&iss=" + encode(issuer());
            exchange.getResponseHeaders().set("Location", back);
            exchange.sendResponseHeaders(302, -1);
        } catch (ParseException e) {
            answer(exchange, 400, "text/html", "<h1>invalid_request</h1>");
        } finally {
            exchange.close();
        }
    }

    private void describe(HttpExchange exchange) throws IOException {
        boolean realm = exchange.getRequestURI().getPath().endsWith("/realm");
        String said = realm ? realmMetadata : metadata;
        try (exchange) {
            json(exchange, said == null ? 404 : 200, said == null ? "{}" : said);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        HttpHandler instead = misbehaviour;
        if (instead != null) {
            instead.handle(exchange);
            exchange.close();
            return;
        }
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, address("/token"));
        try {
            request.setHeader("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"));
            request.setBody(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            tokenRequests.add(request);
            grant(exchange, TokenRequest.parse(request));
        } catch (ParseException e) {
            json(exchange, 400, error("invalid_request", "unreadable"));
        } finally {
            exchange.close();
        }
    }

    private void grant(HttpExchange exchange, TokenRequest request) throws IOException {
        if (!(request.getClientAuthentication() instanceof ClientSecretPost client)
                || !client.getClientSecret().getValue().equals(secret)) {
            json(exchange, 401, error("invalid_client", "AADSTS7000215: Invalid client secret provided."));
        } else if (request.getAuthorizationGrant() instanceof AuthorizationCodeGrant code) {
            AuthorizationRequest begun =
                    codes.remove(code.getAuthorizationCode().getValue());
            if (begun == null || !isProven(begun, code)) {
                json(exchange, 400, error("invalid_grant", "the code is not good"));
            } else {
                json(exchange, 200, tokens(true, String.valueOf(begun.getScope())));
            }
        } else if (request.getAuthorizationGrant() instanceof RefreshTokenGrant refresh) {
            beforeRefresh.run();
            if (liveRefreshTokens.remove(refresh.getRefreshToken().getValue())) {
                json(exchange, 200, tokens(true, ""));
            } else {
                json(exchange, 400, error("invalid_grant", "Token has been expired or revoked."));
            }
        } else if (request.getAuthorizationGrant() instanceof ClientCredentialsGrant) {
            json(exchange, 200, tokens(false, String.valueOf(request.getScope())));
        }
    }

    private static boolean isProven(AuthorizationRequest begun, AuthorizationCodeGrant grant) {
        return begun.getCodeChallenge() != null
                && grant.getCodeVerifier() != null
                && CodeChallenge.compute(CodeChallengeMethod.S256, grant.getCodeVerifier())
                        .equals(begun.getCodeChallenge())
                && String.valueOf(begun.getRedirectionURI()).equals(String.valueOf(grant.getRedirectionURI()));
    }

    private String tokens(boolean refreshable, String scope) {
        int now = number.incrementAndGet();
        String refresh = "refresh-token-" + now;
        boolean refreshing = refreshable && givesRefreshTokens;
        if (refreshing) {
            liveRefreshTokens.add(refresh);
        }
        return "{\"access_token\":\"access-token-" + now + "\",\"token_type\":\"Bearer\",\"expires_in\":"
                + lifetime.toSeconds() + (refreshing ? ",\"refresh_token\":\"" + refresh + "\"" : "")
                + (scope.isEmpty() ? "" : ",\"scope\":\"" + scope + "\"") + "}";
    }

    public static String error(String code, String description) {
        return "{\"error\":\"" + code + "\",\"error_description\":\"" + description + "\"}";
    }

    public static void json(HttpExchange exchange, int status, String body) throws IOException {
        answer(exchange, status, "application/json", body);
    }

    public static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
