package org.incomingmail.dev.sandbox.provider;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A provider that means harm, or is broken beyond recognition. Everybody who comes to its authorization endpoint has
 * "consented" at once; what the token endpoint then does is up to the test.
 */
public final class HostileProvider implements AutoCloseable {
    /** What it gives out as a code. */
    public static final String CODE = "a-code-of-the-hostile-provider";
    /** What it gives out as an access token. */
    public static final String TOKEN = "an-access-token-of-the-hostile-provider";

    private static final String GOOD_ANSWER = answerWith("Bearer", TOKEN);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile Answer answer = exchange -> send(exchange, 200, "application/json", GOOD_ANSWER);
    private volatile String claimedIssuer = "";

    public HostileProvider() {
        try {
            server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/authorize", this::authorize);
        server.createContext("/", this::misbehave);
        server.start();
    }

    /** One way to answer a token request. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    public URI authorizationEndpoint() {
        return issuer().resolve("/authorize");
    }

    public URI tokenEndpoint() {
        return issuer().resolve("/token");
    }

    public URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The bodies of all requests to anything but the authorization endpoint. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    /** Token requests are answered like this from now on. */
    public void answers(Answer with) {
        answer = with;
    }

    /** The browser comes back with this "iss", or with none if it is empty (RFC 9207). */
    public void claimsToBe(String issuer) {
        claimedIssuer = issuer;
    }

    public void answersAfter(Duration delay) {
        answers(exchange -> {
            boolean closed = closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
            if (!closed) {
                send(exchange, 200, "application/json", GOOD_ANSWER);
            }
        });
    }

    public void answersNever() {
        answers(exchange -> closing.await());
    }

    public void hangsUp() {
        answers(HttpExchange::close);
    }

    public void answersWithHtml(int status) {
        answers(exchange -> send(exchange, status, "text/html", "<html><script>alert(1)</script>" + TOKEN));
    }

    public void answersWithText(String contentType, String text) {
        answers(exchange -> send(exchange, 200, contentType, text));
    }

    /** JSON that starts well and never ends: 64 MB, unless the client has had enough before. */
    public void answersHugely() {
        answers(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            byte[] much = "x".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write("{\"access_token\":\"".getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < 1024; i++) {
                    body.write(much);
                }
            }
        });
    }

    /** A good answer, one byte a second. */
    public void drips() {
        answers(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, GOOD_ANSWER.length());
            try (OutputStream body = exchange.getResponseBody()) {
                for (byte each : GOOD_ANSWER.getBytes(StandardCharsets.UTF_8)) {
                    body.write(each);
                    body.flush();
                    if (closing.await(1, TimeUnit.SECONDS)) {
                        return;
                    }
                }
            }
        });
    }

    /** Sends the client and its secrets somewhere else; 307 and 308 repeat the body there. */
    public void redirectsTo(int status, URI elsewhere) {
        answers(exchange -> {
            exchange.getResponseHeaders().set("Location", elsewhere.toString());
            exchange.sendResponseHeaders(status, -1);
        });
    }

    public void givesTokensOfType(String type) {
        answersWithText("application/json", answerWith(type, TOKEN));
    }

    /** A token that is somebody else's. */
    public void gives(String token) {
        answersWithText("application/json", answerWith("Bearer", token));
    }

    /** An error whose description repeats everything the client said. */
    public void repeatsWhatItHears(String error) {
        answers(exchange -> send(
                exchange,
                400,
                "application/json",
                "{\"error\":\"" + error + "\",\"error_description\":\"you said " + heard.get(heard.size() - 1)
                        + "\"}"));
    }

    private static String answerWith(String type, String token) {
        return "{\"access_token\":\"" + token + "\",\"token_type\":\"" + type
                + "\",\"expires_in\":3600,\"refresh_token\":\"a-refresh-token-of-the-hostile-provider\"}";
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, List<String>> asked =
                URLUtils.parseParameters(exchange.getRequestURI().getRawQuery());
        Map<String, List<String>> told = new java.util.LinkedHashMap<>();
        told.put("code", List.of(CODE));
        told.put("state", asked.getOrDefault("state", List.of("")));
        if (!claimedIssuer.isEmpty()) {
            told.put("iss", List.of(claimedIssuer));
        }
        String back = asked.getOrDefault("redirect_uri", List.of("/")).get(0);
        exchange.getResponseHeaders()
                .set("Location", back + (back.contains("?") ? "&" : "?") + URLUtils.serializeParameters(told));
        exchange.sendResponseHeaders(303, -1);
        exchange.close();
    }

    private void misbehave(HttpExchange exchange) throws IOException {
        heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        try (exchange) {
            answer.to(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
