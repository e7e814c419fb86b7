package org.incomingmail.engine.server;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whose OAuth 2.0 provider it is, as far as its rules are known; sovereign clouds of Microsoft have other addresses. */
public enum Provider {
    GOOGLE("", List.of("accounts.google.com", "googleapis.com")),
    MICROSOFT_US("https://outlook.office365.us/", List.of("login.microsoftonline.us")),
    MICROSOFT_CHINA(
            "https://partner.outlook.cn/", List.of("login.partner.microsoftonline.cn", "login.chinacloudapi.cn")),
    MICROSOFT(
            "https://outlook.office.com/",
            List.of("login.microsoftonline.com", "login.microsoft.com", "login.windows.net", "login.live.com")),
    OTHER("", List.of());

    private final String resource;
    private final List<String> hosts;

    Provider(String resource, List<String> hosts) {
        this.resource = resource;
        this.hosts = hosts;
    }

    /**
     * Recognises a provider by its endpoints, else by what the host calls its kind.
     *
     * @param kind such as "Google" or "MICROSOFT"; empty when the host names none
     * @param endpoints addresses of its authorization and token endpoints, as far as known
     */
    public static Provider of(String kind, List<String> endpoints) {
        for (Provider provider : values()) {
            if (endpoints.stream().map(Provider::host).anyMatch(provider::has)) {
                return provider;
            }
        }
        String named = kind.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(provider -> provider != OTHER)
                .filter(provider ->
                        named.equals(provider.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                                || named.equals(provider.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(OTHER);
    }

    public boolean microsoft() {
        return !resource.isEmpty();
    }

    /** What the scopes of Exchange Online begin with; empty for others. */
    String resource() {
        return resource;
    }

    private boolean has(@Nullable String host) {
        return host != null && hosts.stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known));
    }

    private static @Nullable String host(String endpoint) {
        try {
            String host = URI.create(endpoint.strip()).getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
