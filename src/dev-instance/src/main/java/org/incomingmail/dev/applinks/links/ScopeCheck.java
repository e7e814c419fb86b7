package org.incomingmail.dev.applinks.links;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the scopes of a link and knows what the large providers make of them. */
final class ScopeCheck {
    /** RFC 6749 section 3.3. */
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    private static final int LONGEST = 4000;
    private static final String GMAIL = "https://mail.google.com";

    private ScopeCheck() {}

    static List<String> scopes(ProviderType type, String text, Map<String, String> errors) {
        List<String> scopes = Scopes.parse(text).stream()
                // Google's own spelling has the slash; people often leave it out
                .map(scope -> type == ProviderType.GOOGLE && scope.equals(GMAIL) ? GMAIL + "/" : scope)
                .distinct()
                .toList();
        if (scopes.isEmpty() && type != ProviderType.CUSTOM) {
            errors.put("scopes", "Enter at least one scope.");
        } else if (String.join(" ", scopes).length() > LONGEST
                || !scopes.stream().allMatch(scope -> SCOPE.matcher(scope).matches())) {
            errors.put("scopes", "A scope has neither blanks nor quotation marks nor characters beyond ASCII.");
        } else if (type == ProviderType.MICROSOFT && resources(scopes).size() > 1) {
            errors.put(
                    "scopes",
                    "Microsoft gives a token for one resource only (AADSTS28002); these are several: "
                            + String.join(", ", resources(scopes)));
        }
        return scopes;
    }

    private static Set<String> resources(List<String> scopes) {
        return scopes.stream()
                .filter(scope -> scope.startsWith("https://"))
                .map(scope -> String.valueOf(URI.create(scope).getHost()))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}
