package org.incomingmail.confluence.host;

import java.util.List;
import java.util.Optional;
import javax.inject.Named;
import org.incomingmail.engine.connection.AccessToken;
import org.incomingmail.engine.connection.AccessTokens;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.connection.Stage;
import org.incomingmail.engine.delivery.DeliveryCode;
import org.incomingmail.engine.server.Authentication;

/** No OAuth 2.0 client is offered, so none can be asked for a token; a server restored from elsewhere says so. */
@Named
public class PasswordsOnly implements AccessTokens {
    @Override
    public AccessToken accessToken(Authentication.OAuth2 authentication) throws ConnectionFailedException {
        throw unavailable(authentication);
    }

    @Override
    public AccessToken afterRefusal(Authentication.OAuth2 authentication, AccessToken refused)
            throws ConnectionFailedException {
        throw unavailable(authentication);
    }

    private static ConnectionFailedException unavailable(Authentication.OAuth2 authentication) {
        return new ConnectionFailedException(
                new ConnectionFailure(
                        Stage.TOKEN,
                        DeliveryCode.OAUTH_UNAVAILABLE,
                        false,
                        true,
                        Optional.empty(),
                        List.of(authentication.clientId()),
                        Optional.empty()),
                new IllegalStateException("no OAuth 2.0 client"));
    }
}
