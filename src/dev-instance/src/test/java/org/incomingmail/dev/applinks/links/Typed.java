package org.incomingmail.dev.applinks.links;

import java.util.HashMap;
import java.util.Map;

/** A form filled in well enough, of which a test changes single fields. */
record Typed(ProviderType type, Map<String, String> changed) {
    Typed(ProviderType type) {
        this(type, Map.of());
    }

    Typed with(String field, String value) {
        Map<String, String> more = new HashMap<>(changed);
        more.put(field, value);
        return new Typed(type, Map.copyOf(more));
    }

    LinkInput input() {
        LinkInput known = LinkInput.prefilled(type);
        return new LinkInput(
                get("provider", known.provider()),
                get("name", "A link"),
                get("description", ""),
                get("cloud", known.cloud()),
                get("tenant", known.tenant()),
                get("clientId", "client"),
                get("clientSecret", "secret"),
                get("secretExpires", ""),
                get("scopes", known.scopes()),
                get("authorizationEndpoint", known.authorizationEndpoint()),
                get("tokenEndpoint", known.tokenEndpoint()),
                get("issuer", ""));
    }

    private String get(String field, String otherwise) {
        return changed.getOrDefault(field, otherwise);
    }
}
