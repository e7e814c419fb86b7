package org.incomingmail.engine.delivery;

import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.connection.CredentialSource;
import org.incomingmail.engine.connection.Credentials;
import org.incomingmail.engine.connection.Stage;
import org.incomingmail.engine.connection.TokenCredentials;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServers;

/** The stored password, or a fresh access token, as the server's authentication says. */
public final class StoredCredentials implements CredentialSource {
    private final MailServers servers;
    private final TokenCredentials tokens;

    public StoredCredentials(MailServers servers, TokenCredentials tokens) {
        this.servers = servers;
        this.tokens = tokens;
    }

    @Override
    public Credentials credentials(MailServer server) throws ConnectionFailedException {
        if (server.authentication() instanceof Authentication.OAuth2) {
            return tokens.credentials(server);
        }
        Optional<String> password;
        try {
            password = servers.password(server.id());
        } catch (IllegalStateException unreadable) {
            throw failure(DeliveryCode.PASSWORD_UNREADABLE, unreadable);
        }
        return new Credentials.Password(
                password.orElseThrow(() -> failure(DeliveryCode.PASSWORD_MISSING, new IllegalStateException("none"))));
    }

    @Override
    public Credentials.BearerToken afterRefusal(MailServer server, Credentials.BearerToken refused)
            throws ConnectionFailedException {
        return tokens.afterRefusal(server, refused);
    }

    private static ConnectionFailedException failure(DeliveryCode code, Throwable cause) {
        return new ConnectionFailedException(
                new ConnectionFailure(
                        Stage.AUTHENTICATION, code, false, true, Optional.empty(), List.of(), Optional.empty()),
                cause);
    }
}
