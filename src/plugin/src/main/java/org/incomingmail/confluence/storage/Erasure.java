package org.incomingmail.confluence.storage;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import javax.inject.Named;
import net.java.ao.Query;
import org.incomingmail.engine.delivery.MessageStore;
import org.incomingmail.engine.journal.Event;
import org.incomingmail.engine.journal.JournalEntry.State;

/**
 * Takes what tells of a person out of the log: sender, subject, Message-ID and raw mail. The row itself stays with its
 * digests, so that the message is not published again. Mail that waits is not touched: it must be decided about first.
 */
@Named
public class Erasure {
    private static final int CHUNK = 200;
    private static final String ENDED = "STATE <> '" + State.WAITING + "' AND STATE <> '" + State.PROCESSING
            + "' AND STATE <> '" + State.RETRYING + "'";

    private final ActiveObjects ao;
    private final MessageStore store;
    private final Clock clock = Clock.systemUTC();

    @Inject
    public Erasure(ActiveObjects ao, MessageStore store) {
        this.ao = ao;
        this.store = store;
    }

    /**
     * What was done.
     *
     * @param waiting messages of the address that wait, or are still being worked on
     */
    public record Erased(int messages, int waiting) {}

    /** All messages that an address sent. */
    public Erased of(String address) throws IOException {
        String sender = address.strip().toLowerCase(Locale.ROOT);
        ao.deleteWithSQL(TrafficRow.class, "SENDER = ?", sender);
        int erased = 0;
        // the text that is searched is the sender, a blank and the subject, in lower case
        String clause = "(SEARCH_TEXT = ? OR SEARCH_TEXT LIKE ? ESCAPE '!')";
        Object[] values = {sender, escaped(sender) + " %"};
        for (MessageRow[] rows = find(clause + " AND " + ENDED, values);
                rows.length > 0;
                rows = find(clause + " AND " + ENDED, values)) {
            erased += erase(rows);
        }
        return new Erased(erased, ao.count(MessageRow.class, Query.select().where(clause, values)));
    }

    /** All messages that were received before a moment. */
    public int before(Instant moment) throws IOException {
        int erased = 0;
        String clause = "RECEIVED_MILLIS < ? AND SEARCH_TEXT IS NOT NULL AND " + ENDED;
        for (MessageRow[] rows = find(clause, moment.toEpochMilli());
                rows.length > 0;
                rows = find(clause, moment.toEpochMilli())) {
            erased += erase(rows);
        }
        return erased;
    }

    private MessageRow[] find(String clause, Object... values) {
        return ao.find(MessageRow.class, Query.select().where(clause, values).limit(CHUNK));
    }

    private int erase(MessageRow[] rows) throws IOException {
        for (MessageRow row : rows) {
            store.remove(row.getID()); // before the row: what fails here is found again
        }
        ao.executeInTransaction(() -> {
            Arrays.stream(rows).forEach(this::erase);
            return rows;
        });
        return rows.length;
    }

    private void erase(MessageRow row) {
        Event erased = Event.of(clock.instant(), Event.Kind.ERASED, "");
        List<Event> story = StoryText.read(row.getStory()).stream()
                .map(event -> new Event(
                        event.at(), event.kind(), event.detail(), blank(event.arguments(), event.kind()), event.by()))
                .toList();
        row.setSender(null);
        row.setSubject(null);
        row.setMessageId(null);
        row.setSearchText(null);
        row.setRecipient(null);
        row.setArguments(Texts.lines(blank(Texts.values(row.getArguments()), Event.Kind.REASON)));
        row.setStory(StoryText.with(StoryText.with(null, story), List.of(erased)));
        row.save();
    }

    /** Reasons name addresses; the other events name nobody but administrators. */
    private static List<String> blank(List<String> arguments, Event.Kind kind) {
        return kind == Event.Kind.REASON ? Collections.nCopies(arguments.size(), "…") : arguments;
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
