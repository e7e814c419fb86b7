package org.incomingmail.confluence.authorization;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServerInput;
import org.incomingmail.engine.server.MailboxKind;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator has typed and not submitted yet, kept while the browser is at the provider and until it is
 * submitted or discarded.
 *
 * @param key unguessable
 * @param user key of the administrator, the only one who gets to see it
 * @param server the stored mail server that is being changed, or {@link MailServerId#UNSAVED}
 * @param input everything typed, the password too
 * @param touched when it was last changed
 */
public record Draft(
        String key,
        String user,
        MailServerId server,
        MailboxKind kind,
        MailServerInput input,
        Instant touched,
        Outcome outcome) {
    public static final Duration KEPT = Duration.ofHours(24);

    /** What came of authorizing. */
    public sealed interface Outcome {

        /** The browser is at the provider, or never came back. */
        record Begun() implements Outcome {}

        /** Of which client which token; it is of no use with another client. */
        record Authorized(String clientId, String tokenId) implements Outcome {}

        /** @param said the provider's own words, without secrets */
        record Refused(String code, List<String> arguments, @Nullable String said) implements Outcome {}
    }

    public Draft with(Outcome newOutcome, Instant now) {
        return new Draft(key, user, server, kind, input, now, newOutcome);
    }

    @Override
    public String toString() {
        return "Draft[" + kind + " " + server + " " + outcome.getClass().getSimpleName() + "]";
    }
}
