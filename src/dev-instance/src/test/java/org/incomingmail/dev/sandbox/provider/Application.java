package org.incomingmail.dev.sandbox.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An application that speaks to the provider by hand, so that tests can get every detail wrong. */
final class Application {
    static final CodeVerifier VERIFIER = new CodeVerifier("0123456789-0123456789-0123456789-0123456789");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Provider provider;

    Application(Provider provider) {
        this.provider = provider;
    }

    /** A good authorization request. */
    static Map<String, String> request() {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("response_type", "code");
        request.put("client_id", "wiki");
        request.put("redirect_uri", Shop.BACK.toString());
        request.put("scope", "mail.imap offline_access");
        request.put("state", "st&te");
        request.put(
                "code_challenge",
                CodeChallenge.compute(CodeChallengeMethod.S256, VERIFIER).getValue());
        request.put("code_challenge_method", "S256");
        return request;
    }

    URI address(Map<String, String> request) {
        return URI.create(provider.endpoints().authorization() + "?" + form(request));
    }

    /** A code that Ann allowed. */
    String code() {
        URI answer =
                provider.controls().allow(address(request()), "ann@mail.test").orElseThrow();
        return parameters(answer).getOrDefault("code", "");
    }

    /** A good exchange of a code. */
    static Map<String, String> exchange(String code) {
        Map<String, String> exchange = new LinkedHashMap<>();
        exchange.put("grant_type", "authorization_code");
        exchange.put("code", code);
        exchange.put("redirect_uri", Shop.BACK.toString());
        exchange.put("code_verifier", VERIFIER.getValue());
        return exchange;
    }

    static Map<String, String> refresh(String token) {
        return Map.of("grant_type", "refresh_token", "refresh_token", token);
    }

    /** Ann's tokens. */
    JsonNode tokens() throws Exception {
        return token(exchange(code())).body();
    }

    Answer token(Map<String, String> fields) throws Exception {
        return post(provider.endpoints().token(), "wiki", "wiki-secret", fields);
    }

    Answer post(URI address, String client, String secret, Map<String, String> fields) throws Exception {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes());
        return post(address, form(fields), "Authorization", "Basic " + basic);
    }

    Answer post(URI address, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response, JSON.readTree(response.body()));
    }

    boolean isLive(String token) throws Exception {
        return post(provider.endpoints().introspection(), "mail-server", "mail-secret", Map.of("token", token))
                .body()
                .path("active")
                .asBoolean();
    }

    HttpResponse<String> get(URI address) throws Exception {
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    static String form(Map<String, String> fields) {
        return URLUtils.serializeParameters(fields.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> List.of(field.getValue()), (a, b) -> a, LinkedHashMap::new)));
    }

    static Map<String, String> parameters(URI address) {
        return URLUtils.parseParameters(address.getRawQuery()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, parameter -> parameter.getValue().get(0)));
    }

    /** An answer of the token endpoint and its kin. */
    record Answer(HttpResponse<String> http, JsonNode body) {
        int status() {
            return http.statusCode();
        }

        String error() {
            return body.path("error").asText();
        }
    }
}
