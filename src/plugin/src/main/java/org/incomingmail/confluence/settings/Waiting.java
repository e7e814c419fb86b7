package org.incomingmail.confluence.settings;

import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
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
    private final UserManager users;

    @Inject
    public Waiting(HostWaitingRoom waiting, Journal journal, @Named("salUserManager") UserManager users) {
        this.waiting = waiting;
        this.journal = journal;
        this.users = users;
    }

    /** A message that waits, with its entry in the log. */
    public record Entry(WaitingMail mail, JournalEntry message) {}

    /** Oldest first. */
    public List<Entry> all() {
        return waiting.room().all().stream()
                .flatMap(mail -> journal.entry(mail.id()).stream().map(entry -> new Entry(mail, entry)))
                .toList();
    }

    public WaitingRoom.Decided release(long id) throws Exception {
        return waiting.room().release(id);
    }

    /** In the name of who asks. */
    public WaitingRoom.Decided discard(long id, HttpServletRequest request) throws Exception {
        UserProfile user = users.getRemoteUser(request);
        return waiting.room().discard(id, user == null ? "?" : user.getUsername());
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
