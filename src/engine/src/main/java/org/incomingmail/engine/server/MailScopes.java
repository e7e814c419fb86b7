package org.incomingmail.engine.server;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.incomingmail.engine.server.Authentication.Grant;

/**
 * The scopes (RFC 6749 section 3.3) that a provider demands for reading mail. Of providers we don't know, nothing is
 * demanded.
 */
public final class MailScopes {
    private static final String GOOGLE = "https://mail.google.com/";
    private static final String OFFLINE = "offline_access";
    private static final Pattern EXCHANGE = Pattern.compile(
            "https://(outlook(-dod)?\\.office(365)?\\.(com|us|cn)|partner\\.outlook\\.cn)/+(?<name>.+)");
    private static final String EXCHANGE_ONLINE = "exchange online/";
    private static final String EVERYTHING_CONSENTED = ".default";

    private MailScopes() {}

    /** As they are best written. */
    public static List<String> needed(Provider provider, Protocol protocol, Grant grant) {
        if (provider == Provider.GOOGLE) {
            return List.of(GOOGLE);
        }
        if (!provider.microsoft()) {
            return List.of();
        }
        return grant == Grant.CLIENT_CREDENTIALS
                ? List.of(appOnly(provider))
                : List.of(provider.resource() + delegated(protocol), OFFLINE);
    }

    /** The needed scopes that a client does not ask for; a client whose scopes the host doesn't tell lacks nothing. */
    public static List<String> lacking(Provider provider, Protocol protocol, Grant grant, Collection<String> client) {
        if (client.isEmpty()) {
            return List.of();
        }
        return needed(provider, protocol, grant).stream()
                .filter(needed -> client.stream().noneMatch(scope -> satisfies(needed, scope)))
                .toList();
    }

    /**
     * The needed scopes that were not granted. Providers list what a token is good for, not that it can be refreshed, and
     * nothing for app-only access; a token without any list says nothing.
     */
    public static List<String> lackingInToken(
            Provider provider, Protocol protocol, Grant grant, Collection<String> granted) {
        if (grant == Grant.CLIENT_CREDENTIALS) {
            return List.of();
        }
        return lacking(provider, protocol, grant, granted).stream()
                .filter(scope -> !scope.equals(OFFLINE))
                .toList();
    }

    /** The application permission that an administrator of Microsoft 365 must consent to for app-only access. */
    public static String applicationPermission(Protocol protocol) {
        return protocol.imap() ? "IMAP.AccessAsApp" : "POP.AccessAsApp";
    }

    private static String delegated(Protocol protocol) {
        return protocol.imap() ? "IMAP.AccessAsUser.All" : "POP.AccessAsUser.All";
    }

    private static String appOnly(Provider provider) {
        // Exchange Online knows app-only access by its older name
        String resource = provider == Provider.MICROSOFT ? "https://outlook.office365.com/" : provider.resource();
        return resource + EVERYTHING_CONSENTED;
    }

    private static boolean satisfies(String needed, String scope) {
        String written = plain(scope);
        boolean everything = written.equals(EXCHANGE_ONLINE + EVERYTHING_CONSENTED) && !needed.equals(OFFLINE);
        return everything || written.equals(plain(needed));
    }

    // all names of Exchange Online count as one; Google's scope counts with and without its final slash
    private static String plain(String scope) {
        String lower = scope.strip().toLowerCase(Locale.ROOT);
        if (GOOGLE.equals(lower + "/")) {
            return GOOGLE;
        }
        var exchange = EXCHANGE.matcher(lower);
        return exchange.matches() ? EXCHANGE_ONLINE + exchange.group("name") : lower;
    }
}
