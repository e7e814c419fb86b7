package org.incomingmail.acceptance.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.mailserver.TokenIntrospection;

/** The accounts of the realm: mailboxes on a Dovecot that takes their tokens, and tokens without a browser. */
final class MailAccounts {
    static final String GOOGLE = "https://mail.google.com/";
    static final String OUTLOOK_IMAP = "https://outlook.office.com/IMAP.AccessAsUser.All";
    static final String OUTLOOK_POP = "https://outlook.office.com/POP.AccessAsUser.All";
    static final String OUTLOOK_APP = "https://outlook.office365.com/.default";
    static final String CALENDARS = "https://graph.test/Calendars.Read";

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final KeycloakServer keycloak;

    MailAccounts(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    /** Mailboxes that open to Google's scope, by OAUTHBEARER or XOAUTH2. */
    static DovecotServer google(KeycloakServer keycloak) {
        return dovecot(keycloak, GOOGLE, GOOGLE);
    }

    /** Mailboxes that open to Microsoft's scopes, one for each protocol, and by XOAUTH2 only. */
    static DovecotServer outlook(KeycloakServer keycloak) {
        return dovecot(keycloak, OUTLOOK_IMAP, OUTLOOK_POP, "auth_mechanisms = plain login xoauth2");
    }

    /** Mailboxes that open to an app, nobody being there. */
    static DovecotServer outlookForApps(KeycloakServer keycloak) {
        return dovecot(keycloak, OUTLOOK_APP, OUTLOOK_APP, "auth_mechanisms = plain login xoauth2");
    }

    private static DovecotServer dovecot(
            KeycloakServer keycloak, String imapScope, String pop3Scope, String... extraConfiguration) {
        TokenIntrospection introspection = new TokenIntrospection(
                keycloak.endpoint("token/introspect"),
                keycloak.issuer().toString(),
                Client.DOVECOT.id(),
                Client.DOVECOT.secret(),
                imapScope,
                pop3Scope);
        return DovecotServer.start(introspection, extraConfiguration);
    }

    /** What the token endpoint says to a user's own name and password (RFC 6749 4.3): access and refresh token. */
    JsonNode tokens(Client client, String username, String scopes) {
        return post(
                "token",
                client,
                Map.of(
                        "grant_type",
                        "password",
                        "username",
                        username,
                        "password",
                        username + "-signs-in",
                        "scope",
                        scopes));
    }

    String accessToken(Client client, String username, String scopes) {
        return tokens(client, username, scopes).path("access_token").asText();
    }

    /** RFC 7009. */
    void revoke(Client client, String token) {
        post("revoke", client, Map.of("token", token));
    }

    /** Posts a form, with the client's id and secret, and gives the answer whatever its status. */
    JsonNode post(String endpoint, Client client, Map<String, String> form) {
        String credentials = "client_id=" + client.id() + "&client_secret=" + client.secret() + "&";
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", credentials, ""));
        URI uri = keycloak.endpoint(endpoint);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A client of the realm. */
    enum Client {
        /** Authorization code; access tokens live for 20 seconds. */
        WIKI("wiki-client-secret-b81f5d0c"),
        /** Authorization code, with a consent page; access tokens live for ten minutes. */
        WIKI_ASKING("wiki-asking-client-secret-37ac90e2"),
        /** Client credentials. */
        WIKI_UNATTENDED("wiki-unattended-client-secret-c4409a17"),
        /** Passwords; access tokens live for five minutes. */
        ENGINE("engine-client-secret-5e62d1fa"),
        /** Passwords; access tokens live for two seconds. */
        ENGINE_BRIEF("engine-brief-client-secret-0d97be33"),
        /** Introspection. */
        DOVECOT("dovecot-client-secret-9b1c8e64");

        private final String secret;

        Client(String secret) {
            this.secret = secret;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String secret() {
            return secret;
        }
    }
}
