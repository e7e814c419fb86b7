package org.incomingmail.engine.trust;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.incomingmail.engine.message.Header;
import org.incomingmail.engine.message.IncomingMessage;

/**
 * Finds the one Authentication-Results field that may be believed. Mail systems put theirs on top, so only the topmost
 * field of a configured name counts: whatever claims that name further down came with the message. It must not lie
 * below a Received field of a strange host either: then it is left from an earlier journey. That a forged field does
 * not arrive alone is the duty of the mail system that has the name (RFC 8601 section 5: it removes them).
 */
final class TraceFields {
    private static final Pattern BY = Pattern.compile("\\bby\\s+([^\\s;()]+)", Pattern.CASE_INSENSITIVE);
    private static final String EXCHANGE_ONLINE = "outlook.com";

    private final List<String> authservIds;

    TraceFields(List<String> authservIds) {
        this.authservIds = authservIds;
    }

    /** @param strange the host whose Received field lies above, when that is why the field is not believed */
    record Found(Optional<AuthenticationResults> results, String name, Optional<String> strange) {}

    /** Empty when no field claims a configured name. */
    Optional<Found> find(IncomingMessage message) {
        Optional<String> strange = Optional.empty();
        for (Header field : message.headers().fields()) {
            if (field.name().equalsIgnoreCase("Received") && strange.isEmpty()) {
                strange = host(field.raw()).filter(host -> !ours(host));
            } else if (field.name().equalsIgnoreCase("Authentication-Results")) {
                Optional<AuthenticationResults> results = AuthenticationResults.parse(field.raw());
                String claimed = results.map(AuthenticationResults::authservId).orElseGet(() -> claimed(field.raw()));
                String name = claimed.isEmpty() ? TrustPolicy.UNNAMED : claimed;
                if (authservIds.contains(name)) {
                    return Optional.of(new Found(strange.isEmpty() ? results : Optional.empty(), name, strange));
                }
            }
        }
        return Optional.empty();
    }

    /** The first word of a field that could not be read: it counts as the topmost all the same, and proves nothing. */
    private static String claimed(String field) {
        ResultsTokens tokens = new ResultsTokens(field);
        tokens.skip();
        String id = tokens.value("/");
        tokens.skip();
        return id == null || tokens.take('=') ? "" : id.toLowerCase(Locale.ROOT);
    }

    private static Optional<String> host(String received) {
        Matcher matcher = BY.matcher(received);
        return matcher.find() ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** Unqualified names and bare addresses are hops inside a mail system: strangers are known by their domain. */
    private boolean ours(String host) {
        if (host.indexOf('.') < 0 || host.indexOf(':') >= 0 || host.matches("\\[?[0-9.]+]?")) {
            return true;
        }
        return authservIds.stream()
                .map(id -> id.equals(TrustPolicy.UNNAMED) ? EXCHANGE_ONLINE : parent(id))
                .anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }

    /** mx.example.com stands for example.com; example.com for itself. */
    private static String parent(String id) {
        int dot = id.indexOf('.');
        return dot >= 0 && id.indexOf('.', dot + 1) > 0 ? id.substring(dot + 1) : id;
    }
}
