package org.incomingmail.engine.connection.provider;

import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.connection.Stage;
import org.incomingmail.engine.connection.provider.TokenCode.Then;

/**
 * Why there is no token, explained.
 *
 * @param arguments values for the texts of the code
 * @param said the provider's own words, without secrets
 */
public record TokenFailure(TokenCode code, Then then, List<String> arguments, Optional<String> said) {

    public boolean retryable() {
        return then == Then.RETRY;
    }

    public ConnectionFailure failure() {
        return new ConnectionFailure(
                Stage.TOKEN, code, then == Then.RETRY, then == Then.STOP, said, arguments, Optional.empty());
    }

    /** @param cause its message may be logged; it must hold no secret */
    public ConnectionFailedException exception(Throwable cause) {
        return new ConnectionFailedException(failure(), cause);
    }
}
