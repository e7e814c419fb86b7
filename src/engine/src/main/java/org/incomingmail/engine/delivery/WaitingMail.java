package org.incomingmail.engine.delivery;

import java.time.Instant;
import org.incomingmail.engine.server.MailServerId;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits for a decision.
 *
 * @param id of its ledger row
 * @param userKey whom From names
 * @param tokenHash of the confirmation link that was sent; null when none was asked for or it was not sent yet
 * @param expires when a confirmation is not waited for any longer; null when an administrator is to decide
 */
public record WaitingMail(
        long id,
        MailServerId server,
        @Nullable String userKey,
        @Nullable String tokenHash,
        Instant since,
        @Nullable Instant expires) {

    /** Whether the sender may decide. */
    public boolean confirmable() {
        return expires != null;
    }

    WaitingMail withToken(String hash) {
        return new WaitingMail(id, server, userKey, hash, since, expires);
    }
}
