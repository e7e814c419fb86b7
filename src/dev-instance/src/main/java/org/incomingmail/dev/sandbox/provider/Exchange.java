package org.incomingmail.dev.sandbox.provider;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request to the provider and its answer. */
final class Exchange {
    private static final int LARGEST_BODY = 64 * 1024;
    private static final String COOKIE = "sandbox_provider";

    private final HttpExchange http;
    private @Nullable String body;

    Exchange(HttpExchange http) {
        this.http = http;
    }

    boolean isPost() {
        return http.getRequestMethod().equals("POST");
    }

    String method() {
        return http.getRequestMethod();
    }

    String path() {
        return http.getRequestURI().getPath();
    }

    /** Parameters of the query; each may have been sent several times. */
    Map<String, List<String>> query() {
        return URLUtils.parseParameters(http.getRequestURI().getRawQuery());
    }

    String parameter(String name) {
        return first(query(), name);
    }

    /** A field of a submitted form. */
    String field(String name) throws IOException {
        return first(URLUtils.parseParameters(body()), name);
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    /** The request as the OAuth 2.0 library reads it. */
    HTTPRequest asRequest(URI address) throws IOException {
        var request = new HTTPRequest(HTTPRequest.Method.POST, address);
        for (String header : List.of("Content-Type", "Authorization")) {
            String value = http.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.setHeader(header, value);
            }
        }
        request.setBody(body());
        return request;
    }

    private String body() throws IOException {
        if (body == null) {
            byte[] bytes = http.getRequestBody().readNBytes(LARGEST_BODY + 1);
            if (bytes.length > LARGEST_BODY) {
                throw new TooLargeException();
            }
            body = new String(bytes, StandardCharsets.UTF_8);
        }
        return body;
    }

    Optional<String> cookie() {
        return http.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(header -> List.of(header.split(";\\s*")).stream())
                .filter(pair -> pair.startsWith(COOKIE + "="))
                .map(pair -> pair.substring(COOKIE.length() + 1))
                .findFirst();
    }

    void setCookie(String value) {
        var cookie = new HttpCookie(COOKIE, value);
        header("Set-Cookie", cookie.getName() + "=" + value + "; Path=/; HttpOnly; SameSite=Lax");
    }

    void header(String name, String value) {
        http.getResponseHeaders().set(name, value);
    }

    void answer(HTTPResponse response) throws IOException {
        response.getHeaderMap()
                .forEach((name, values) -> http.getResponseHeaders().put(name, List.copyOf(values)));
        send(response.getStatusCode(), response.getBody() == null ? "" : response.getBody());
    }

    void redirect(URI address) throws IOException {
        header("Location", address.toString());
        header("Cache-Control", "no-store");
        header("Referrer-Policy", "no-referrer");
        send(303, "");
    }

    void page(int status, String html) throws IOException {
        header("Content-Type", "text/html; charset=UTF-8");
        header("Cache-Control", "no-store");
        header("Referrer-Policy", "no-referrer");
        header("X-Content-Type-Options", "nosniff");
        header(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'");
        send(status, html);
    }

    void json(String json) throws IOException {
        header("Content-Type", ContentType.APPLICATION_JSON.toString());
        send(200, json);
    }

    /** The request's body is larger than any of OAuth 2.0. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    void send(int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            http.getResponseBody().write(bytes);
        }
    }
}
