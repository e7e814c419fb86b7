package org.incomingmail.engine.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.journal.Event;
import org.incomingmail.engine.journal.JournalEntry;
import org.incomingmail.engine.mailbox.MessageHandle;
import org.incomingmail.engine.mailbox.SeenMessages;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;

/**
 * Port: one row per message, in the same database as the content. Every call joins the transaction of its thread. Rows
 * of a mailbox are written only under its lock, so that a row found PROCESSING is left over from a run that died.
 */
public interface Ledger {

    /** What is known of a mailbox; rows that wait for a retry due after {@code now} are not wanted. */
    SeenMessages seen(MailServerId server, Instant now);

    /**
     * Takes a message: a new row with the unique transport key, or another attempt at one that was left or is to be
     * retried, or was skipped as {@link DeliveryCode#RENUMBERED}; empty when its outcome stands already.
     */
    Optional<Claim> claim(MailServer server, String epoch, MessageHandle message, Instant now);

    /** Takes a message that waits for a decision, by its id; empty when it does not wait any longer. */
    Optional<Claim> reopen(long id, Instant now);

    /**
     * Takes a message that became no content, rejected or quarantined, for one more attempt; empty when it is none. Of what
     * was quarantined the mail server was not told.
     */
    Optional<Claim> retake(long id, Instant now);

    /** How a message with this logical key ended; empty when none has, or it is still open. */
    Optional<JournalEntry.State> outcome(String identity);

    /** Writes how the attempt ended; without an identity the former one stays. The identity is unique: a second row with the same fails, and with it its transaction. */
    void conclude(Claim claim, Verdict verdict, Instant now);

    /** Adds to the story of a message; what the ledger does itself is told by it. */
    void note(long id, Event event);

    /** UIDs whose outcome stands and of which the mail server was not told yet. */
    List<String> unsettled(MailServerId server, String epoch);

    /** The mail server was told. */
    void settled(MailServerId server, String epoch, Collection<String> uids, Instant now);

    /** Messages of a mailbox, as it is or was numbered, whose outcome is open. */
    List<OpenMessage> open(MailServerId server);

    /** Everything at or below is done. Never lowers the mark. */
    void raiseLowWater(MailServerId server, String epoch, long uid);
}
