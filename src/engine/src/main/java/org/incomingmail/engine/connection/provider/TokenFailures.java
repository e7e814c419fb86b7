package org.incomingmail.engine.connection.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.incomingmail.engine.connection.provider.TokenCode.Then;
import org.incomingmail.engine.connection.provider.TokenProblem.Known;
import org.incomingmail.engine.connection.provider.TokenProblem.Outage;
import org.incomingmail.engine.connection.provider.TokenProblem.Refusal;
import org.incomingmail.engine.connection.provider.TokenProblem.Words;
import org.incomingmail.engine.server.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Explains why there is no token. What happens next follows the error code of RFC 6749; numbers and sentences of a
 * provider choose the text, since providers change them. One exception, on the safe side: a number that means "slow
 * down" is never taken for the end of a consent.
 */
public final class TokenFailures {
    // Google ends consents of apps in "Testing" after 7 days; it shows at the first refresh after that
    private static final Duration TESTING_FROM = Duration.ofDays(7).minusHours(12);
    private static final Duration TESTING_TO = Duration.ofDays(8);

    private TokenFailures() {}

    public static TokenFailure explain(TokenProblem problem, Asking asking) {
        if (problem instanceof Known known) {
            return failure(known.code(), known.code().usually(), asking, known.detail(), "");
        }
        if (problem instanceof Outage outage) {
            TokenCode code = outage(outage.kind());
            return failure(code, Then.RETRY, asking, "", outage.words());
        }
        if (problem instanceof Words words) {
            return HostWords.problem(words.said())
                    .map(meant -> explain(meant, asking, words.said()))
                    .orElseGet(
                            () -> failure(TokenCode.NO_CAUSE, TokenCode.NO_CAUSE.usually(), asking, "", words.said()));
        }
        Refusal refusal = (Refusal) problem;
        return refused(refusal, asking, (refusal.error() + ": " + refusal.description()).strip());
    }

    private static TokenFailure explain(TokenProblem meant, Asking asking, String said) {
        TokenFailure failure =
                meant instanceof Refusal refusal ? refused(refusal, asking, said) : explain(meant, asking);
        return new TokenFailure(failure.code(), failure.then(), failure.arguments(), said(said));
    }

    private static TokenFailure refused(Refusal refusal, Asking asking, String said) {
        String error = refusal.error().toLowerCase(Locale.ROOT);
        Optional<EntraNumber> number = EntraNumber.in(refusal.description());
        TokenCode general = StandardErrors.code(error, asking.purpose());
        TokenCode code = number.map(entra -> entra.code(asking.purpose()))
                .or(() -> GoogleWords.code(error, refusal.description(), asking.provider()))
                .orElse(general);
        if (code == TokenCode.GOOGLE_GRANT_ENDED && testing(asking)) {
            code = TokenCode.GOOGLE_TESTING_ENDED;
        }
        Then then = code == TokenCode.PROVIDER_BUSY
                ? Then.RETRY
                : StandardErrors.known(error) ? general.usually() : code.usually();
        String detail = number.map(EntraNumber::toString).orElse(refusal.error());
        return failure(code, then, asking, detail, said);
    }

    private static boolean testing(Asking asking) {
        @Nullable Instant consented = asking.consented();
        if (asking.provider() != Provider.GOOGLE || consented == null) {
            return false;
        }
        Duration age = Duration.between(consented, asking.now());
        return age.compareTo(TESTING_FROM) >= 0 && age.compareTo(TESTING_TO) <= 0;
    }

    private static TokenCode outage(Outage.Kind kind) {
        return switch (kind) {
            case UNREACHABLE -> TokenCode.PROVIDER_UNREACHABLE;
            case TIMEOUT -> TokenCode.PROVIDER_TIMEOUT;
            case NOT_OAUTH -> TokenCode.PROVIDER_NOT_OAUTH;
            case TOO_LARGE -> TokenCode.PROVIDER_ANSWER_TOO_LARGE;
            case REDIRECT -> TokenCode.PROVIDER_REDIRECTS;
            case ERROR -> TokenCode.PROVIDER_ERROR;
            case BUSY -> TokenCode.PROVIDER_BUSY;
        };
    }

    private static TokenFailure failure(TokenCode code, Then then, Asking asking, String detail, String said) {
        return new TokenFailure(
                code, then, List.of(ProviderWords.clean(asking.client()), ProviderWords.clean(detail)), said(said));
    }

    private static Optional<String> said(String words) {
        return Optional.of(ProviderWords.clean(words)).filter(clean -> !clean.isEmpty());
    }
}
