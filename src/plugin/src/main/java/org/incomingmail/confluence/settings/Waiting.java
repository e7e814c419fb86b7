package org.incomingmail.confluence.settings;

import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.host.HostWaitingRoom;
import org.incomingmail.engine.delivery.WaitingMail;
import org.incomingmail.engine.delivery.WaitingRoom;
import org.incomingmail.engine.journal.Journal;
import org.incomingmail.engine.journal.JournalEntry;

/** Messages that wait, as an administrator decides about them. */
@Named
public class Waiting {
    private final HostWaitingRoom waiting;
    private final Journal journal;

    @Inject
    public Waiting(HostWaitingRoom waiting, Journal journal) {
        this.waiting = waiting;
        this.journal = journal;
    }

    /** A message that waits, with its entry in the log. */
    public record Entry(WaitingMail mail, JournalEntry message) {}

    /** Oldest first. */
    public List<Entry> all() {
        return waiting.room().all().stream()
                .flatMap(mail -> journal.entry(mail.id()).stream().map(entry -> new Entry(mail, entry)))
                .toList();
    }

    /** What a confirmation link is about, as long as it may be followed. */
    public Optional<Entry> confirmable(String token) {
        return waiting.room().confirmable(token).flatMap(mail -> journal.entry(mail.id())
                .map(entry -> new Entry(mail, entry)));
    }

    public WaitingRoom.Decided confirm(String token) throws Exception {
        return waiting.room().confirm(token);
    }

    public WaitingRoom.Decided refuse(String token) throws Exception {
        return waiting.room().refuse(token);
    }
}
