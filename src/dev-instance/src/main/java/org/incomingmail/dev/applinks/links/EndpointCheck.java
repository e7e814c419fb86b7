package org.incomingmail.dev.applinks.links;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the endpoints of a link: as typed, or built from Microsoft's cloud and tenant. */
final class EndpointCheck {
    private static final int LONGEST = 2000;
    private final LinkInput input;
    private final ProviderType type;
    private final HttpsRequirement https;
    private final Map<String, String> errors;

    EndpointCheck(LinkInput input, ProviderType type, HttpsRequirement https, Map<String, String> errors) {
        this.input = input;
        this.type = type;
        this.https = https;
        this.errors = errors;
    }

    @Nullable
    URI authorize() {
        return isBuilt()
                ? built() == null ? null : built().authorize()
                : entered("authorizationEndpoint", input.authorizationEndpoint());
    }

    @Nullable
    URI token() {
        return isBuilt() ? built() == null ? null : built().token() : entered("tokenEndpoint", input.tokenEndpoint());
    }

    /** RFC 8414 section 2: a URL without query or fragment. */
    @Nullable
    String issuer() {
        if (input.issuer().isEmpty()) {
            return null;
        }
        URI issuer = entered("issuer", input.issuer());
        if (issuer != null && issuer.getRawQuery() != null) {
            errors.put("issuer", "An issuer has no query.");
        }
        return input.issuer();
    }

    private boolean isBuilt() {
        return type == ProviderType.MICROSOFT && !input.cloud().isEmpty();
    }

    private @Nullable MicrosoftEndpoints built() {
        MicrosoftCloud cloud = null;
        for (MicrosoftCloud each : MicrosoftCloud.values()) {
            cloud = each.name().equals(input.cloud()) ? each : cloud;
        }
        if (cloud == null) {
            errors.put("cloud", "Choose one of Microsoft's clouds.");
            return null;
        }
        if (input.tenant().isEmpty()) {
            errors.put("tenant", "Enter a tenant, or common, organizations or consumers.");
            return null;
        }
        if (!MicrosoftEndpoints.TENANT.matcher(input.tenant()).matches()) {
            errors.put("tenant", "A tenant is its ID, one of its domains, or common, organizations or consumers.");
            return null;
        }
        if (cloud != MicrosoftCloud.WORLDWIDE && input.tenant().equals("consumers")) {
            errors.put("tenant", "Personal accounts exist in the worldwide cloud only.");
            return null;
        }
        return new MicrosoftEndpoints(cloud, input.tenant());
    }

    private @Nullable URI entered(String field, String text) {
        if (text.isEmpty()) {
            errors.put(field, "Enter the address; the provider's documentation names it.");
            return null;
        }
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme());
            if (text.length() > LONGEST
                    || address.getHost() == null
                    || address.getRawUserInfo() != null
                    || address.getRawFragment() != null
                    || !(scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"))) {
                errors.put(field, "This is not an address: it starts with https://, without user name and without #.");
                return null;
            }
            if (!https.allowsProvider(address)) {
                errors.put(field, "The address must start with https://.");
                return null;
            }
            return address;
        } catch (URISyntaxException e) {
            errors.put(field, "This is not an address: it starts with https://, without user name and without #.");
            return null;
        }
    }
}
