package org.incomingmail.engine.connection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.failure.Code;

/**
 * Why a mailbox could not be opened or read.
 *
 * @param retryable whether trying again later may help without anybody's doing
 * @param needsAdministrator whether repeated tries do harm or are in vain: refused credentials, revoked consent
 * @param serverSaid the server's own words, secrets removed
 * @param arguments values for the texts of the code, in order
 * @param retryAfter how long the server asked us to wait
 */
public record ConnectionFailure(
        Stage stage,
        Code code,
        boolean retryable,
        boolean needsAdministrator,
        Optional<String> serverSaid,
        List<String> arguments,
        Optional<Duration> retryAfter) {}
