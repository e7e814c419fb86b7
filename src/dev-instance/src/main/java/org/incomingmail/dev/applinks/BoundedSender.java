package org.incomingmail.dev.applinks;

import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one request with a bound on the whole exchange, also against a provider that drips a byte a second. */
final class BoundedSender implements HTTPRequestSender {
    private static final Duration WHOLE_EXCHANGE = Duration.ofSeconds(30);
    private final int largestAnswer;

    BoundedSender(int largestAnswer) {
        this.largestAnswer = largestAnswer;
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofMillis(request.getConnectTimeout()))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.getURI())
                .timeout(Duration.ofMillis(request.getReadTimeout()))
                .method(
                        request.getMethod().name(),
                        HttpRequest.BodyPublishers.ofString(request.getBody() == null ? "" : request.getBody()));
        for (Map.Entry<String, java.util.List<String>> header :
                request.getHeaderMap().entrySet()) {
            header.getValue().forEach(value -> builder.header(header.getKey(), value));
        }
        CompletableFuture<HTTPResponse> answer = client.sendAsync(
                        builder.build(), HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(this::read);
        try {
            return answer.get(WHOLE_EXCHANGE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no complete answer within " + WHOLE_EXCHANGE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private HTTPResponse read(HttpResponse<InputStream> response) {
        HTTPResponse read = new HTTPResponse(response.statusCode());
        response.headers().map().forEach((name, values) -> {
            if (name.equalsIgnoreCase("content-type") || name.equalsIgnoreCase("retry-after")) {
                read.setHeader(name, values.get(0));
            }
        });
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(largestAnswer + 1);
            if (bytes.length > largestAnswer) {
                throw new java.io.UncheckedIOException(
                        new IOException("the answer is larger than " + largestAnswer + " bytes"));
            }
            read.setBody(new String(bytes, StandardCharsets.UTF_8));
            return read;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
