package org.incomingmail.dev.sandbox;

import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.incomingmail.dev.sandbox.provider.Consent;
import org.incomingmail.dev.sandbox.provider.Endpoints;

/** The provider as templates take it. */
final class OAuthView {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private OAuthView() {}

    /** What to enter in Application links, in the order of its form. */
    static List<Map<String, Object>> link(OAuthDemo demo) {
        Endpoints endpoints = demo.provider().endpoints();
        var client = demo.client().registration();
        return List.of(
                row(
                        "authorization",
                        "Authorization endpoint",
                        endpoints.authorization().toString()),
                row("token", "Token endpoint", endpoints.token().toString()),
                row("client-id", "Client ID", client.id()),
                row("client-secret", "Client secret", client.secret()),
                row("scopes", "Scopes", String.join(" ", SandboxOAuth.SCOPES_FOR_MAIL)),
                row("issuer", "Issuer", endpoints.issuer().toString()));
    }

    private static Map<String, Object> row(String id, String label, String value) {
        return Map.of("id", id, "label", label, "value", value);
    }

    static List<Map<String, Object>> consents(OAuthDemo demo) {
        return demo.provider().controls().consents().stream()
                .map(OAuthView::consent)
                .toList();
    }

    private static Map<String, Object> consent(Consent consent) {
        return Map.of(
                "id", consent.id(),
                "account", consent.account(),
                "client", consent.clientId(),
                "scopes", String.join(" ", consent.scopes()),
                "given", TIME.format(consent.given()));
    }

    static String lines(List<URI> addresses) {
        return String.join("\n", addresses.stream().map(URI::toString).toList());
    }
}
