package org.incomingmail.engine.trust;

import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.trust.AuthenticationResults.Result;

/** Says how far the From of a message can be believed. Thread-safe. */
public final class Appraisal {
    private Appraisal() {}

    /**
     * @param from the one address in From
     * @param signed whether it went to a reply address that is valid for the user of that address
     */
    public static Trust of(IncomingMessage message, String from, boolean signed, TrustPolicy policy) {
        if (signed) {
            return new Trust(Level.SIGNED, "signed reply address");
        }
        String domain = Alignment.ascii(from.substring(from.lastIndexOf('@') + 1));
        if (policy.authservIds().isEmpty()) {
            return new Trust(Level.KNOWN_ADDRESS, "no authserv-id configured");
        }
        return new TraceFields(policy.authservIds())
                .find(message)
                .map(found -> judged(found, domain))
                .orElseGet(() -> new Trust(
                        Level.KNOWN_ADDRESS,
                        "no Authentication-Results of " + String.join(", ", policy.authservIds())));
    }

    private static Trust judged(TraceFields.Found found, String domain) {
        if (found.strange().isPresent()) {
            return new Trust(
                    Level.KNOWN_ADDRESS,
                    "Authentication-Results of " + found.name() + " below a Received of "
                            + found.strange().get());
        }
        if (found.results().isEmpty()) {
            return new Trust(Level.KNOWN_ADDRESS, "unreadable Authentication-Results of " + found.name());
        }
        List<Result> results = found.results().get().results();
        Optional<Trust> dmarc = dmarc(results, domain, found.name());
        return dmarc.or(() -> aligned(results, "dkim", "header", "d", domain, found.name()))
                .or(() -> aligned(results, "dkim", "header", "i", domain, found.name()))
                .or(() -> aligned(results, "spf", "smtp", "mailfrom", domain, found.name()))
                .orElseGet(() -> new Trust(Level.KNOWN_ADDRESS, "nothing aligned in the results of " + found.name()));
    }

    /** DMARC decides when it says pass or fail about this very domain; a pass must name it. */
    private static Optional<Trust> dmarc(List<Result> results, String domain, String name) {
        List<Result> found = results.stream()
                .filter(result -> result.method().equals("dmarc"))
                .toList();
        Optional<Result> failed = found.stream()
                .filter(result -> result.result().equals("fail"))
                .filter(result -> result.value("header", "from")
                        .map(from -> Alignment.ascii(from).equals(domain))
                        .orElse(true))
                .findFirst();
        if (failed.isPresent()) {
            return Optional.of(new Trust(Level.CONTRADICTED, "dmarc=fail header.from=" + domain + " by " + name));
        }
        // twice the same question: one of the answers may have been smuggled in with an address
        return found.size() > 1
                ? Optional.empty()
                : found.stream()
                        .filter(result -> result.result().equals("pass") && result.says("header", "from"))
                        .filter(result -> result.value("header", "from")
                                .filter(from -> Alignment.ascii(from).equals(domain))
                                .isPresent())
                        .findFirst()
                        .map(result ->
                                new Trust(Level.AUTHENTICATED, "dmarc=pass header.from=" + domain + " by " + name));
    }

    private static Optional<Trust> aligned(
            List<Result> results, String method, String type, String property, String domain, String name) {
        return results.stream()
                .filter(result ->
                        result.method().equals(method) && result.result().equals("pass"))
                .filter(result -> result.says(type, property))
                .flatMap(result -> result.value(type, property).stream())
                .filter(value -> Alignment.speaksFor(value.substring(value.lastIndexOf('@') + 1), domain))
                .findFirst()
                .map(value -> new Trust(
                        Level.AUTHENTICATED, method + "=pass " + type + "." + property + "=" + value + " by " + name));
    }
}
