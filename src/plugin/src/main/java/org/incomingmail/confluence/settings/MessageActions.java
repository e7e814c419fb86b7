package org.incomingmail.confluence.settings;

import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.host.HostWaitingRoom;
import org.incomingmail.engine.delivery.WaitingRoom.Decided;
import org.incomingmail.engine.journal.JournalEntry;
import org.incomingmail.engine.policy.Policies;
import org.incomingmail.engine.policy.Policy;
import org.incomingmail.engine.screening.AddressPattern;
import org.incomingmail.engine.screening.SenderLists;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an administrator does about a message of the log; the host's log says who did it. */
@Named
public class MessageActions {
    private static final Logger log = LoggerFactory.getLogger(MessageActions.class);
    private final HostWaitingRoom waiting;
    private final Policies policies;

    @Inject
    public MessageActions(HostWaitingRoom waiting, Policies policies) {
        this.waiting = waiting;
        this.policies = policies;
    }

    /** Whether it may be tried again: it became no content, and its raw mail is still there. */
    public static boolean retryable(JournalEntry entry) {
        boolean nothing =
                entry.state() == JournalEntry.State.REJECTED || entry.state() == JournalEntry.State.QUARANTINED;
        return nothing && entry.rawKept();
    }

    /** @param administrator key of who asks */
    public Decided retry(JournalEntry entry, String administrator) throws Exception {
        Decided decided = waiting.room().retry(entry.server(), entry.id());
        if (decided instanceof Decided.Done done) {
            log.info("Message {} was tried again by {}: {}", entry.id(), administrator, done.state());
        }
        return decided;
    }

    /** Whether its sender is an address that can be blocked and is not yet. */
    public boolean blockable(JournalEntry entry) {
        String sender = entry.sender();
        return sender != null
                && sender.indexOf('@') > 0
                && AddressPattern.valid(sender)
                && !policies.of(entry.server()).lists().blocked().contains(new AddressPattern(sender));
    }

    /** Mail of this sender is rejected from now on by the mail server that it came to. */
    public void block(JournalEntry entry, String administrator) {
        if (entry.sender() == null || !blockable(entry)) {
            return;
        }
        Policy policy = policies.of(entry.server());
        List<AddressPattern> blocked = new ArrayList<>(policy.lists().blocked());
        blocked.add(new AddressPattern(entry.sender()));
        SenderLists lists = new SenderLists(
                policy.lists().allowed(), blocked, policy.lists().onlyAllowed());
        policies.put(
                entry.server(),
                new Policy(
                        policy.trust(), lists, policy.rates(), policy.answers(), policy.attachments(), policy.rules()));
        log.info("The sender of message {} was blocked by {}", entry.id(), administrator);
    }
}
