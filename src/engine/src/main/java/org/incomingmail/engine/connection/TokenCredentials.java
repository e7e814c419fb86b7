package org.incomingmail.engine.connection;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.incomingmail.engine.connection.provider.Asking;
import org.incomingmail.engine.connection.provider.TokenCode;
import org.incomingmail.engine.connection.provider.TokenFailures;
import org.incomingmail.engine.connection.provider.TokenProblem;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Authentication.Grant;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.OAuth2Client;
import org.incomingmail.engine.server.OAuth2Clients;
import org.incomingmail.engine.server.Provider;

/** Access tokens for mail servers that authenticate by OAuth 2.0. */
public final class TokenCredentials implements CredentialSource {
    /** RFC 6750 section 2.1 allows less; a blank or a control character would end the token in the middle of SASL. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    private final AccessTokens tokens;
    private final OAuth2Clients clients;

    public TokenCredentials(AccessTokens tokens, OAuth2Clients clients) {
        this.tokens = tokens;
        this.clients = clients;
    }

    @Override
    public Credentials credentials(MailServer server) throws ConnectionFailedException {
        Authentication.OAuth2 oauth = oauth(server);
        OAuth2Client client = client(oauth);
        if (oauth.grant() == Grant.AUTHORIZATION_CODE && oauth.tokenId() == null) {
            throw failure(client, TokenCode.NOT_AUTHORIZED, "nobody has authorized");
        }
        return usable(tokens.accessToken(oauth), client);
    }

    @Override
    public Credentials.BearerToken afterRefusal(MailServer server, Credentials.BearerToken refused)
            throws ConnectionFailedException {
        return usable(tokens.afterRefusal(oauth(server), refused.token()), refused.client());
    }

    private static Credentials.BearerToken usable(AccessToken token, OAuth2Client client)
            throws ConnectionFailedException {
        if (!TOKEN.matcher(token.value()).matches()) {
            throw failure(client, TokenCode.PROVIDER_NOT_OAUTH, "the access token is empty or has illegal characters");
        }
        return new Credentials.BearerToken(token, client);
    }

    /** A client that isn't listed any more goes by its id: whether it still gives tokens is for the host to say. */
    private OAuth2Client client(Authentication.OAuth2 oauth) {
        return clients.all().stream()
                .filter(client -> client.id().equals(oauth.clientId()))
                .findFirst()
                .orElseGet(() -> new OAuth2Client(oauth.clientId(), oauth.clientId(), Provider.OTHER, List.of()));
    }

    private static Authentication.OAuth2 oauth(MailServer server) {
        return (Authentication.OAuth2) server.authentication();
    }

    private static ConnectionFailedException failure(OAuth2Client client, TokenCode code, String why) {
        Asking asking = new Asking(client.name(), client.provider(), Asking.Purpose.USE, null, Instant.EPOCH);
        return TokenFailures.explain(new TokenProblem.Known(code, ""), asking)
                .exception(new IllegalStateException(why));
    }
}
