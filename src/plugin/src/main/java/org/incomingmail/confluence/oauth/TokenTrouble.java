package org.incomingmail.confluence.oauth;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.incomingmail.confluence.authorization.Authorization;
import org.incomingmail.confluence.authorization.TokenRecord;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.connection.Stage;
import org.incomingmail.engine.connection.provider.Asking;
import org.incomingmail.engine.connection.provider.Asking.Purpose;
import org.incomingmail.engine.connection.provider.TokenCode;
import org.incomingmail.engine.connection.provider.TokenFailures;
import org.incomingmail.engine.connection.provider.TokenProblem;
import org.incomingmail.engine.connection.provider.TokenProblem.Known;
import org.incomingmail.engine.connection.provider.TokenProblem.Words;
import org.incomingmail.engine.delivery.DeliveryCode;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Provider;

/** Explains why there is no token, from what the host threw and from what is still there. */
final class TokenTrouble {
    private static final int DEEPEST_CAUSE = 5;
    private final HostOAuth host;
    private final TokenRecord record;
    private final Clock clock;

    TokenTrouble(HostOAuth host, TokenRecord record, Clock clock) {
        this.host = host;
        this.record = record;
        this.clock = clock;
    }

    ConnectionFailedException during(Purpose purpose, Authentication.OAuth2 authentication, Throwable thrown) {
        if (thrown instanceof NotOfferedException || thrown instanceof LinkageError || !host.offered()) {
            return unavailable(authentication, thrown);
        }
        Optional<List<LinkedClient>> listed = host.listed();
        Optional<LinkedClient> client = listed.orElse(List.of()).stream()
                .filter(known -> known.id().equals(authentication.clientId()))
                .findFirst();
        boolean gone = listed.isPresent() && client.isEmpty();
        Asking asking = new Asking(
                client.map(LinkedClient::name).orElse(authentication.clientId()),
                client.map(LinkedClient::provider).orElse(Provider.OTHER),
                purpose,
                Authorization.key(authentication).flatMap(record::consented).orElse(null),
                clock.instant());
        return TokenFailures.explain(gone ? new Known(TokenCode.CLIENT_MISSING, "") : problem(thrown), asking)
                .exception(new WithoutWordsException(thrown));
    }

    private static TokenProblem problem(Throwable thrown) {
        if (thrown instanceof NotAuthorizedException) {
            return new Known(TokenCode.NOT_AUTHORIZED, "");
        }
        if (thrown instanceof NotBegunException) {
            return new Known(TokenCode.AUTHORIZATION_EXPIRED, "");
        }
        return thrown instanceof UnsupportedOperationException
                ? new Known(TokenCode.APP_ONLY_UNAVAILABLE, "")
                : new Words(words(thrown));
    }

    /** May pass by itself: when the host starts or is upgraded, its OAuth 2.0 client may come later than this app. */
    private static ConnectionFailedException unavailable(Authentication.OAuth2 authentication, Throwable thrown) {
        return new ConnectionFailedException(
                new ConnectionFailure(
                        Stage.TOKEN,
                        DeliveryCode.OAUTH_UNAVAILABLE,
                        true,
                        false,
                        Optional.empty(),
                        List.of(authentication.clientId()),
                        Optional.empty()),
                thrown);
    }

    /** What the host and the causes under it say; hosts wrap what the provider said more or less deeply. */
    private static String words(Throwable thrown) {
        StringBuilder words = new StringBuilder();
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < DEEPEST_CAUSE; depth++, each = each.getCause()) {
            String said = each.getMessage();
            if (said != null && words.indexOf(said) < 0) {
                words.append(words.isEmpty() ? "" : "; ").append(said);
            }
        }
        return words.isEmpty() ? thrown.getClass().getSimpleName() : words.toString();
    }

    /** The cause is kept for its stack trace only: nobody can say what a host writes into its messages. */
    private static final class WithoutWordsException extends Exception {
        private static final long serialVersionUID = 1L;

        WithoutWordsException(Throwable thrown) {
            super(thrown.getClass().getName());
            setStackTrace(thrown.getStackTrace());
        }
    }
}
