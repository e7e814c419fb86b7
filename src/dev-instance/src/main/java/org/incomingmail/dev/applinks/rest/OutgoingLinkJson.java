package org.incomingmail.dev.applinks.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.incomingmail.dev.applinks.links.LinkInput;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.applinks.links.ProviderType;
import org.jspecify.annotations.Nullable;

/** Links as JSON. The client secret goes in and never comes out. */
final class OutgoingLinkJson {
    private OutgoingLinkJson() {}

    static Map<String, @Nullable Object> write(OutgoingLink link, String redirectUrl, long consents) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", link.id());
        json.put("provider", link.type().name());
        json.put("name", link.name());
        json.put("description", link.description());
        json.put("clientId", link.clientId());
        json.put("secretExpires", link.secretExpires() == null ? null : String.valueOf(link.secretExpires()));
        json.put("scopes", link.scopes());
        json.put("authorizationEndpoint", link.getAuthorizationEndpoint());
        json.put("tokenEndpoint", link.getTokenEndpoint());
        json.put("issuer", link.issuer());
        json.put("redirectUrl", redirectUrl);
        json.put("consents", consents);
        return json;
    }

    /** What is not said is what the form has at first, or what the link has. */
    static LinkInput read(JsonNode json, Optional<OutgoingLink> before) {
        ProviderType type = before.map(OutgoingLink::type).orElseGet(() -> type(json));
        LinkInput known = before.map(LinkInput::of).orElseGet(() -> LinkInput.prefilled(type));
        boolean endpointsGiven = json.has("authorizationEndpoint") || json.has("tokenEndpoint");
        return new LinkInput(
                before.isPresent() ? type.name() : text(json, "provider", ProviderType.CUSTOM.name()),
                text(json, "name", known.name()),
                text(json, "description", known.description()),
                text(json, "cloud", endpointsGiven ? "" : known.cloud()),
                text(json, "tenant", known.tenant()),
                text(json, "clientId", known.clientId()),
                json.path("clientSecret").asText(""),
                text(json, "secretExpires", known.secretExpires()),
                scopes(json, known.scopes()),
                text(json, "authorizationEndpoint", known.authorizationEndpoint()),
                text(json, "tokenEndpoint", known.tokenEndpoint()),
                text(json, "issuer", known.issuer()));
    }

    private static ProviderType type(JsonNode json) {
        String asked = json.path("provider").asText();
        for (ProviderType type : ProviderType.values()) {
            if (type.name().equals(asked)) {
                return type;
            }
        }
        return ProviderType.CUSTOM;
    }

    private static String text(JsonNode json, String field, String otherwise) {
        return json.has(field) ? json.path(field).asText("").strip() : otherwise;
    }

    private static String scopes(JsonNode json, String otherwise) {
        JsonNode scopes = json.path("scopes");
        if (scopes.isArray()) {
            List<String> each = new ArrayList<>();
            scopes.forEach(scope -> each.add(scope.asText()));
            return String.join(" ", each);
        }
        return text(json, "scopes", otherwise);
    }
}
