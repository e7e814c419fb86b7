package org.incomingmail.dev.applinks.links;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client asks for when it wants a token for itself (RFC 6749 section 4.4). */
public final class ApplicationScopes {
    private static final String DEFAULT = "/.default";
    private static final Pattern RESOURCE = Pattern.compile("(https://[^/]+)/.*");
    /** They speak about a person, of whom there is none here (OpenID Connect Core sections 5.4 and 11). */
    private static final Set<String> OF_PEOPLE =
            Set.of(ProviderType.OFFLINE_ACCESS, "openid", "profile", "email", "address", "phone");

    private ApplicationScopes() {}

    /** For Microsoft "resource/.default": such tokens carry what the registration was permitted, nothing else can be named. */
    public static List<String> of(OutgoingLink link) {
        return link.type() == ProviderType.MICROSOFT
                ? List.of(microsoft(link))
                : link.scopes().stream()
                        .filter(scope -> !OF_PEOPLE.contains(scope))
                        .toList();
    }

    private static String microsoft(OutgoingLink link) {
        return link.scopes().stream()
                .filter(scope -> scope.endsWith(DEFAULT))
                .findFirst()
                .or(() -> MicrosoftEndpoints.of(link.authorizationEndpoint(), link.tokenEndpoint())
                        .map(endpoints -> endpoints.cloud().applicationScope()))
                .or(() -> link.scopes().stream()
                        .map(RESOURCE::matcher)
                        .filter(Matcher::matches)
                        .map(matcher -> matcher.group(1) + DEFAULT)
                        .findFirst())
                .orElse(MicrosoftCloud.WORLDWIDE.applicationScope());
    }
}
