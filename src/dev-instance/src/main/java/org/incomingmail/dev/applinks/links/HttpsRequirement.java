package org.incomingmail.dev.applinks.links;

import java.net.URI;

/**
 * Tokens travel over HTTPS only, unless somebody who develops on one machine relaxes that by the host's documented
 * system properties.
 */
public record HttpsRequirement(boolean forBaseUrl, boolean forProviders) {
    public static final String SKIP_BASE_URL = "atlassian.oauth2.client.skip.base.url.https.requirement";
    public static final String SKIP_PROVIDER = "atlassian.oauth2.client.skip.provider.https.requirement";

    public static HttpsRequirement ofSystemProperties() {
        return new HttpsRequirement(!Boolean.getBoolean(SKIP_BASE_URL), !Boolean.getBoolean(SKIP_PROVIDER));
    }

    public boolean allowsBaseUrl(String baseUrl) {
        return !forBaseUrl || isHttps(URI.create(baseUrl));
    }

    public boolean allowsProvider(URI endpoint) {
        return !forProviders || isHttps(endpoint);
    }

    private static boolean isHttps(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }
}
