package org.incomingmail.acceptance.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What an administrator of the provider does, by Keycloak's admin REST API. */
final class KeycloakAdmin {
    static final String USERNAME = "root";
    static final String PASSWORD = "root-signs-in";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    KeycloakAdmin(URI server) {
        this.server = server;
    }

    /** Withdraws what a user granted to a client: its refresh tokens end, also offline ones. */
    void revokeConsent(String username, String clientId) {
        send("DELETE", "/users/" + user(username) + "/consents/" + clientId, "");
    }

    /** Signs a user out of every browser. */
    void signOut(String username) {
        send("POST", "/users/" + user(username) + "/logout", "");
    }

    /** Disabled, a user can neither sign in nor refresh. */
    void enable(String username, boolean enabled) {
        send("PUT", "/users/" + user(username), "{\"enabled\":" + enabled + "}");
    }

    /** The old secret is worth nothing from now on. */
    String rotateSecret(String clientId) {
        String id = send("GET", "/clients?clientId=" + clientId, "")
                .path(0)
                .path("id")
                .asText();
        return send("POST", "/clients/" + id + "/client-secret", "")
                .path("value")
                .asText();
    }

    private String user(String username) {
        return send("GET", "/users?exact=true&username=" + username, "")
                .path(0)
                .path("id")
                .asText();
    }

    private JsonNode send(String method, String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(server + "/admin/realms/mail" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    // lives for a minute: a new one each time
    private String token() {
        String form = "grant_type=password&client_id=admin-cli&username=" + USERNAME + "&password=" + PASSWORD;
        return send(HttpRequest.newBuilder(URI.create(server + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build())
                .path("access_token")
                .asText();
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError(request + ": HTTP " + response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
