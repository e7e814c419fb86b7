package org.incomingmail.engine.connection;

import java.util.Optional;
import org.incomingmail.engine.connection.Credentials.BearerToken;
import org.incomingmail.engine.connection.wire.Patience;
import org.incomingmail.engine.connection.wire.Redaction;
import org.incomingmail.engine.connection.wire.Resolver;
import org.incomingmail.engine.connection.wire.Transcript;
import org.incomingmail.engine.connection.wire.Wire;
import org.incomingmail.engine.server.MailServer;

/**
 * Opens a mailbox. When the server refuses a token that looked valid (clocks differ, somebody revoked it), another one is
 * tried, once, on a new connection: many servers close the old one.
 */
final class Attempts {
    private final MailServer server;
    private final CredentialSource source;
    private final Patience patience;
    private final Redaction redaction;
    private final Transcript transcript;
    private final Progress progress;
    private final Wire.Connector connector;
    private Opening present;

    Attempts(MailServer server, CredentialSource source, Patience patience, Redaction redaction, Progress progress) {
        this(server, source, patience, redaction, progress, Wire::connect);
    }

    Attempts(
            MailServer server,
            CredentialSource source,
            Patience patience,
            Redaction redaction,
            Progress progress,
            Wire.Connector connector) {
        this.connector = connector;
        this.server = server;
        this.source = source;
        this.patience = patience;
        this.redaction = redaction;
        this.progress = progress;
        transcript = new Transcript(redaction);
        present = opening(source);
    }

    Visit open(Resolver resolver) throws ConnectionFailedException {
        try {
            return present.open(resolver);
        } catch (ConnectionFailedException failed) {
            Optional<BearerToken> refused = present.token().filter(token -> Refused.is(failed.failure()));
            if (refused.isEmpty()) {
                throw failed;
            }
            return again(resolver, refused.get(), failed);
        }
    }

    private Visit again(Resolver resolver, BearerToken refused, ConnectionFailedException failed)
            throws ConnectionFailedException {
        BearerToken other = another(refused, failed.failure());
        if (other.value().equals(refused.value())) {
            throw Refused.explained(server, refused, failed);
        }
        progress.forget(Stage.AUTHENTICATION);
        transcript.note("once more with another token");
        present = opening(whatever -> other);
        try {
            return present.open(resolver);
        } catch (ConnectionFailedException stillFailed) {
            throw Refused.is(stillFailed.failure()) ? Refused.explained(server, other, stillFailed) : stillFailed;
        }
    }

    private BearerToken another(BearerToken refused, ConnectionFailure failure) throws ConnectionFailedException {
        present.enter(Stage.TOKEN);
        progress.found("refused", failure.serverSaid().orElse(failure.code().id()));
        try {
            BearerToken other = source.afterRefusal(server, refused);
            progress.found("refreshed", Boolean.toString(!other.value().equals(refused.value())));
            return other;
        } catch (ConnectionFailedException noOther) {
            progress.forget(Stage.AUTHENTICATION);
            throw noOther;
        }
    }

    private Opening opening(CredentialSource credentials) {
        return new Opening(server, credentials, patience, transcript, redaction, progress, connector);
    }

    /** The last one. */
    Opening opening() {
        return present;
    }

    Transcript transcript() {
        return transcript;
    }
}
