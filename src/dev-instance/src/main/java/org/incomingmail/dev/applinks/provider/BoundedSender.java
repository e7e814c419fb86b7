package org.incomingmail.dev.applinks.provider;

import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends one request, bounded in size and in time as a whole, also against a provider that drips a byte a second. */
public final class BoundedSender implements HTTPRequestSender {
    /** How long a whole exchange may take unless a test is in a hurry. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int LARGEST_ANSWER = 256 * 1024;
    private final Duration wholeExchange;
    private final HttpClient client;

    public BoundedSender(Duration wholeExchange) {
        this.wholeExchange = wholeExchange;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(wholeExchange.dividedBy(3))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.getURI())
                .method(
                        request.getMethod().name(),
                        HttpRequest.BodyPublishers.ofString(request.getBody() == null ? "" : request.getBody()));
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        HttpResponse<String> response = exchange(builder.build());
        HTTPResponse answer = new HTTPResponse(response.statusCode());
        response.headers().firstValue("content-type").ifPresent(type -> answer.setHeader("Content-Type", type));
        answer.setBody(response.body());
        return answer;
    }

    /** Asks for a page. */
    HttpResponse<String> get(URI address) throws IOException {
        return exchange(HttpRequest.newBuilder(address)
                .header("Accept", "application/json, text/html;q=0.9, */*;q=0.1")
                .build());
    }

    private HttpResponse<String> exchange(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, information -> new BoundedBody(LARGEST_ANSWER));
        try {
            return answer.get(wholeExchange.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no complete answer within " + wholeExchange.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException(reason(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String reason(@Nullable Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof UnresolvedAddressException) {
                return "its host name is unknown";
            }
        }
        if (cause instanceof ConnectException && cause.getMessage() == null) {
            return "connection refused";
        }
        return cause == null || cause.getMessage() == null ? String.valueOf(cause) : cause.getMessage();
    }
}
