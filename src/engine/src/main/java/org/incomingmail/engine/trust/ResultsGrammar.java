package org.incomingmail.engine.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.incomingmail.engine.trust.AuthenticationResults.Property;
import org.incomingmail.engine.trust.AuthenticationResults.Result;
import org.jspecify.annotations.Nullable;

/** Reads RFC 8601 section 2.2: authserv-id [version] ; method[/version]=result [reason=...] *(ptype.property=value). */
final class ResultsGrammar {
    private static final int MOST_RESULTS = 100;
    private static final int MOST_PROPERTIES = 50;
    private static final int LONGEST = 16 * 1024;

    /** Not in the grammar of a token, but in addresses and selectors that receivers write unquoted. */
    private static final String IN_VALUES = "@/:[]<>?=\\";

    /** These explain, they prove nothing; "action" is Exchange's. */
    private static final Set<String> UNTYPED = Set.of("reason", "action");

    private final ResultsTokens tokens;
    private final boolean tooLong;

    ResultsGrammar(String field) {
        this.tooLong = field.length() > LONGEST;
        this.tokens = new ResultsTokens(field);
    }

    Optional<AuthenticationResults> read() {
        if (tooLong) {
            return Optional.empty();
        }
        tokens.skip();
        String authservId = authservId();
        if (authservId == null) {
            return Optional.empty();
        }
        List<Result> results = new ArrayList<>();
        boolean more = authservId.isEmpty() || tokens.take(';');
        while (more && results.size() < MOST_RESULTS) {
            tokens.skip();
            if (tokens.end()) {
                break; // a semicolon at the end is against the grammar and common
            }
            Result result = result();
            if (result == null) {
                return Optional.empty();
            }
            if (!result.method().equals("none")) {
                results.add(result);
            }
            more = tokens.take(';');
        }
        tokens.skip();
        return tokens.broken() || !tokens.end()
                ? Optional.empty()
                : Optional.of(new AuthenticationResults(authservId, List.copyOf(results)));
    }

    /** Empty text when a result stands where the name should: Exchange Online writes none. Null when neither is there. */
    private @Nullable String authservId() {
        int start = tokens.position();
        String id = tokens.value("/");
        tokens.skip();
        if (id == null) {
            return null;
        }
        if (tokens.take('=')) {
            tokens.back(start);
            return "";
        }
        String version = tokens.token("");
        tokens.skip();
        // an unknown version may mean anything: RFC 8601 2.5 says not to interpret it
        return version == null || version.equals("1") ? id.toLowerCase(Locale.ROOT) : null;
    }

    private @Nullable Result result() {
        String method = tokens.token("");
        tokens.skip();
        if (method == null) {
            return null;
        }
        if (tokens.take('/')) {
            tokens.skip();
            String version = tokens.token("");
            if (version == null || !version.equals("1")) {
                return null;
            }
            tokens.skip();
        }
        if (!tokens.take('=')) {
            // "none" alone says that nothing was checked
            return method.equalsIgnoreCase("none") ? new Result("none", "none", List.of()) : null;
        }
        tokens.skip();
        String found = tokens.token("");
        if (found == null) {
            return null;
        }
        List<Property> properties = properties();
        return properties == null ? null : new Result(lower(method), lower(found), properties);
    }

    private @Nullable List<Property> properties() {
        List<Property> properties = new ArrayList<>();
        for (int i = 0; i < MOST_PROPERTIES; i++) {
            tokens.skip();
            String name = tokens.token("");
            if (name == null) {
                return properties;
            }
            tokens.skip();
            if (!tokens.take('=')) {
                return null;
            }
            tokens.skip();
            String value = tokens.value(IN_VALUES);
            int dot = name.indexOf('.');
            if (dot > 0) {
                properties.add(new Property(
                        lower(name.substring(0, dot)), lower(name.substring(dot + 1)), value == null ? "" : value));
            } else if (value == null || !UNTYPED.contains(lower(name))) {
                return null;
            }
        }
        return null;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
