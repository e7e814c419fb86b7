package org.incomingmail.engine.connection;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.incomingmail.engine.connection.Credentials.BearerToken;
import org.incomingmail.engine.connection.provider.TokenCode;
import org.incomingmail.engine.failure.Code;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.MailScopes;
import org.incomingmail.engine.server.MailServer;

/** Why a mail server refuses a token that its provider stands by: what the token itself tells about it. */
final class Refused {
    private Refused() {}

    /** Whether the token as such was refused, so that another one may do. */
    static boolean is(ConnectionFailure failure) {
        return failure.stage() == Stage.AUTHENTICATION
                && failure.code() instanceof ConnectionCode code
                && code.refusesToken();
    }

    /** The same failure with the likeliest cause: scopes that were not granted, or somebody else's token. */
    static ConnectionFailedException explained(MailServer server, BearerToken token, ConnectionFailedException failed) {
        List<String> lacking = lacking(server, token);
        if (!lacking.isEmpty()) {
            return as(TokenCode.SCOPE_LACKING, List.of(token.client().name(), String.join(", ", lacking)), failed);
        }
        String account = Objects.requireNonNullElse(token.token().account(), "");
        if (isOther(account, server.username())) {
            List<String> arguments = failed.failure().arguments().subList(0, 3);
            return as(
                    ConnectionCode.TOKEN_OTHER_ACCOUNT,
                    List.of(arguments.get(0), arguments.get(1), arguments.get(2), account),
                    failed);
        }
        return failed;
    }

    static List<String> lacking(MailServer server, BearerToken token) {
        return server.authentication() instanceof Authentication.OAuth2 oauth
                ? MailScopes.lackingInToken(
                        token.client().provider(),
                        server.endpoint().protocol(),
                        oauth.grant(),
                        token.token().scopes())
                : List.of();
    }

    // only two mail addresses can be told apart
    private static boolean isOther(String account, String username) {
        return account.contains("@")
                && username.contains("@")
                && !account.toLowerCase(Locale.ROOT).equals(username.toLowerCase(Locale.ROOT));
    }

    private static ConnectionFailedException as(Code code, List<String> arguments, ConnectionFailedException failed) {
        ConnectionFailure failure = failed.failure();
        return new ConnectionFailedException(
                new ConnectionFailure(
                        failure.stage(),
                        code,
                        failure.retryable(),
                        failure.needsAdministrator(),
                        failure.serverSaid(),
                        arguments,
                        failure.retryAfter()),
                failed);
    }
}
