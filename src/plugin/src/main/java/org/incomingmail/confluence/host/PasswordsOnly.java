package org.incomingmail.confluence.host;

import java.util.List;
import java.util.Optional;
import javax.inject.Named;
import org.incomingmail.engine.connection.AccessTokens;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.connection.Stage;
import org.incomingmail.engine.delivery.DeliveryCode;

/** No OAuth 2.0 client is offered, so none can be asked for a token; a server restored from elsewhere says so. */
@Named
public class PasswordsOnly implements AccessTokens {
    @Override
    public String accessToken(String clientId) throws ConnectionFailedException {
        throw new ConnectionFailedException(
                new ConnectionFailure(
                        Stage.TOKEN,
                        DeliveryCode.OAUTH_UNAVAILABLE,
                        false,
                        true,
                        Optional.empty(),
                        List.of(clientId),
                        Optional.empty()),
                new IllegalStateException("no OAuth 2.0 client"));
    }
}
