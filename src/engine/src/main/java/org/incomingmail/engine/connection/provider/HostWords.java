package org.incomingmail.engine.connection.provider;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.incomingmail.engine.connection.provider.TokenProblem.Known;
import org.incomingmail.engine.connection.provider.TokenProblem.Outage;
import org.incomingmail.engine.connection.provider.TokenProblem.Refusal;

/** Finds what happened in a sentence of the host's OAuth 2.0 client: its own wording, or the provider's within. */
final class HostWords {
    private static final Pattern ERROR = Pattern.compile("(?<![a-z_])([a-z]+(?:_[a-z]+)+)(?![a-z_])");
    private static final List<Map.Entry<String, Known>> OWN = List.of(
            Map.entry("refresh token is not present", known(TokenCode.NO_REFRESH_TOKEN)),
            Map.entry("there is no refresh token", known(TokenCode.NO_REFRESH_TOKEN)),
            Map.entry("oauth token not defined", known(TokenCode.NOT_AUTHORIZED)),
            Map.entry("oauth authorisation required", known(TokenCode.NOT_AUTHORIZED)),
            Map.entry("there is no token", known(TokenCode.NOT_AUTHORIZED)),
            Map.entry("another authorization server", known(TokenCode.ISSUER_MISMATCH)),
            Map.entry("not begun in this session", known(TokenCode.AUTHORIZATION_EXPIRED)),
            Map.entry("no authorization came back", known(TokenCode.AUTHORIZATION_EXPIRED)),
            Map.entry("link was removed", known(TokenCode.CLIENT_MISSING)),
            Map.entry("link of this token was removed", known(TokenCode.CLIENT_MISSING)));
    private static final List<Map.Entry<String, Outage.Kind>> OUTAGES = List.of(
            Map.entry("redirects its token endpoint", Outage.Kind.REDIRECT),
            Map.entry("timed out", Outage.Kind.TIMEOUT),
            Map.entry("sockettimeoutexception", Outage.Kind.TIMEOUT),
            Map.entry("too long", Outage.Kind.TIMEOUT),
            Map.entry("larger than", Outage.Kind.TOO_LARGE),
            Map.entry("http 429", Outage.Kind.BUSY),
            Map.entry("http 503", Outage.Kind.BUSY),
            Map.entry("answers with http 5", Outage.Kind.ERROR),
            Map.entry("http 4", Outage.Kind.NOT_OAUTH),
            Map.entry("does not answer as an oauth", Outage.Kind.NOT_OAUTH),
            Map.entry("cannot be reached", Outage.Kind.UNREACHABLE),
            Map.entry("connection refused", Outage.Kind.UNREACHABLE),
            Map.entry("unknownhostexception", Outage.Kind.UNREACHABLE),
            Map.entry("connectexception", Outage.Kind.UNREACHABLE),
            Map.entry("no route to host", Outage.Kind.UNREACHABLE),
            Map.entry("network is unreachable", Outage.Kind.UNREACHABLE),
            Map.entry("unable to find valid certification path", Outage.Kind.UNREACHABLE));

    private HostWords() {}

    static Optional<TokenProblem> problem(String said) {
        String words = said.toLowerCase(Locale.ROOT);
        return first(OWN, words)
                .<TokenProblem>map(known -> known)
                .or(() -> refusal(said))
                .or(() -> first(OUTAGES, words).map(kind -> new Outage(kind, said)));
    }

    private static Optional<TokenProblem> refusal(String said) {
        Matcher errors = ERROR.matcher(said);
        Optional<String> error = errors.results()
                .map(found -> found.group(1))
                .filter(StandardErrors::known)
                .findFirst();
        return error.or(() -> EntraNumber.in(said).map(number -> "")).map(code -> new Refusal(code, said));
    }

    private static <T> Optional<T> first(List<Map.Entry<String, T>> meanings, String words) {
        return meanings.stream()
                .filter(entry -> words.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Known known(TokenCode code) {
        return new Known(code, "");
    }
}
