package org.incomingmail.dev.applinks.links;

import java.util.List;
import java.util.Map;

/** What is known of a provider beforehand. Endpoints: the providers' developer pages; scopes: the mail feature's page. */
public enum ProviderType {
    GOOGLE(
            "Google",
            "https://accounts.google.com/o/oauth2/v2/auth",
            "https://oauth2.googleapis.com/token",
            List.of("https://mail.google.com/"),
            // without these Google gives a refresh token at the first consent only
            Map.of("access_type", "offline", "prompt", "consent")),
    MICROSOFT(
            "Microsoft",
            "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
            "https://login.microsoftonline.com/common/oauth2/v2.0/token",
            MicrosoftCloud.WORLDWIDE.scopes(),
            Map.of()),
    CUSTOM("Custom", "", "", List.of(), Map.of("prompt", "select_account"));

    /** Without this scope Microsoft, and many others, give no refresh token. */
    static final String OFFLINE_ACCESS = "offline_access";

    private final String label;
    private final String authorizationEndpoint;
    private final String tokenEndpoint;
    private final List<String> scopes;
    private final Map<String, String> authorizationParameters;

    ProviderType(
            String label,
            String authorizationEndpoint,
            String tokenEndpoint,
            List<String> scopes,
            Map<String, String> authorizationParameters) {
        this.label = label;
        this.authorizationEndpoint = authorizationEndpoint;
        this.tokenEndpoint = tokenEndpoint;
        this.scopes = scopes;
        this.authorizationParameters = authorizationParameters;
    }

    public String label() {
        return label;
    }

    public String authorizationEndpoint() {
        return authorizationEndpoint;
    }

    public String tokenEndpoint() {
        return tokenEndpoint;
    }

    public List<String> scopes() {
        return scopes;
    }

    /** Sent with every authorization request besides those of RFC 6749 and RFC 7636. */
    public Map<String, String> authorizationParameters() {
        return authorizationParameters;
    }
}
