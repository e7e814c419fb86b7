package org.incomingmail.confluence.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.host.HostWaitingRoom;
import org.incomingmail.engine.delivery.WaitingRoom.Decided;
import org.incomingmail.engine.journal.JournalEntry;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.policy.Policies;
import org.incomingmail.engine.policy.Policy;
import org.incomingmail.engine.routing.Placement;
import org.incomingmail.engine.screening.AddressPattern;
import org.incomingmail.engine.screening.SenderLists;
import org.incomingmail.engine.server.MailServers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an administrator does about a message of the log; the host's log says who did it. */
@Named
public class MessageActions {
    private static final Logger log = LoggerFactory.getLogger(MessageActions.class);
    private final HostWaitingRoom waiting;
    private final Policies policies;
    private final MailServers servers;

    @Inject
    public MessageActions(HostWaitingRoom waiting, Policies policies, MailServers servers) {
        this.waiting = waiting;
        this.policies = policies;
        this.servers = servers;
    }

    /** Whether it may be tried again: it became no content, and its raw mail is still there. */
    public static boolean retryable(JournalEntry entry) {
        return entry.rawKept() && (entry.state() == State.REJECTED || entry.state() == State.QUARANTINED);
    }

    /** Whether an administrator may choose what becomes of it. */
    public static boolean placeable(JournalEntry entry) {
        return retryable(entry) || entry.rawKept() && entry.state() == State.WAITING;
    }

    /** Whether somebody still has to look at it. */
    public static boolean discardable(JournalEntry entry) {
        return entry.state() == State.QUARANTINED || entry.state() == State.WAITING;
    }

    /** @param administrator name of who asks */
    public Decided retry(JournalEntry entry, String administrator) throws Exception {
        Decided decided = waiting.room().retry(entry.server(), entry.id(), administrator);
        if (decided instanceof Decided.Done done) {
            log.info("Message {} was tried again by {}: {}", entry.id(), administrator, done.state());
        }
        return decided;
    }

    /** As the administrator says, who vouches for it; the author needs the permission all the same. */
    public Decided place(JournalEntry entry, Placement placement, String administrator) throws Exception {
        Decided decided = waiting.room().place(entry.server(), entry.id(), placement, administrator);
        if (decided instanceof Decided.Done done) {
            log.info("Message {} was published elsewhere by {}: {}", entry.id(), administrator, done.state());
        }
        return decided;
    }

    /** Publishes one that waits. */
    public Decided release(JournalEntry entry, String administrator) throws Exception {
        Decided decided = waiting.room().release(entry.id(), administrator);
        if (decided instanceof Decided.Done done) {
            log.info("Message {} was released by {}: {}", entry.id(), administrator, done.state());
        }
        return decided;
    }

    /** Ends one that waits or was given up. */
    public Decided discard(JournalEntry entry, String administrator) throws Exception {
        Decided decided = entry.state() == State.QUARANTINED
                ? waiting.room().dismiss(entry.server(), entry.id(), administrator)
                : waiting.room().discard(entry.id(), administrator);
        if (decided instanceof Decided.Done) {
            log.info("Message {} was discarded by {}", entry.id(), administrator);
        }
        return decided;
    }

    /** Whether its sender is an address that can be blocked and is not yet. */
    public boolean blockable(JournalEntry entry) {
        String sender = entry.sender();
        return sender != null
                && sender.indexOf('@') > 0
                && AddressPattern.valid(sender)
                && servers.find(entry.server()).isPresent()
                && !policies.of(entry.server()).lists().blocked().contains(new AddressPattern(sender));
    }

    /** Mail of this sender is rejected from now on by the mail server that it came to. */
    public void block(JournalEntry entry, String administrator) {
        Optional<String> sender = Optional.ofNullable(entry.sender()).filter(any -> blockable(entry));
        if (sender.isEmpty()) {
            return;
        }
        Policy policy = policies.of(entry.server());
        List<AddressPattern> blocked = new ArrayList<>(policy.lists().blocked());
        blocked.add(new AddressPattern(sender.get()));
        SenderLists lists = new SenderLists(
                policy.lists().allowed(), blocked, policy.lists().onlyAllowed());
        policies.put(
                entry.server(),
                new Policy(
                        policy.trust(), lists, policy.rates(), policy.answers(), policy.attachments(), policy.rules()));
        log.info("The sender of message {} was blocked by {}", entry.id(), administrator);
    }
}
