package org.incomingmail.confluence.storage;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.incomingmail.engine.delivery.Claim;
import org.incomingmail.engine.delivery.DeliveryCode;
import org.incomingmail.engine.delivery.Envelope;
import org.incomingmail.engine.delivery.Ledger;
import org.incomingmail.engine.delivery.OpenMessage;
import org.incomingmail.engine.delivery.TransportKey;
import org.incomingmail.engine.delivery.Verdict;
import org.incomingmail.engine.journal.Event;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.mailbox.MessageHandle;
import org.incomingmail.engine.mailbox.SeenMessages;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.jspecify.annotations.Nullable;

/** The ledger in the host's database: rows join the transaction that creates the content. */
@Named
public class ActiveObjectsLedger implements Ledger {
    private final ActiveObjects ao;
    private final MailboxMarks marks;

    @Inject
    public ActiveObjectsLedger(ActiveObjects ao) {
        this.ao = ao;
        this.marks = new MailboxMarks(ao);
    }

    @Override
    public SeenMessages seen(MailServerId server, Instant now) {
        return new SeenRows(ao, marks, server, now);
    }

    @Override
    public Optional<Claim> claim(MailServer server, String epoch, MessageHandle message, Instant now) {
        String key = Keys.of(new TransportKey(server.id(), epoch, message.uid()));
        MessageRow[] rows = ao.find(MessageRow.class, Query.select().where("TRANSPORT_KEY = ?", key));
        if (rows.length == 0) {
            return Optional.of(
                    new Claim(insert(server, epoch, message, now, key).getID(), 1));
        }
        MessageRow row = rows[0];
        if (!open(row)) {
            return Optional.empty();
        }
        row.setState(State.PROCESSING.name());
        row.setAttempts(row.getAttempts() + 1);
        row.setStory(StoryText.with(row.getStory(), List.of(taken(row.getAttempts(), now))));
        row.setUpdatedMillis(now.toEpochMilli());
        row.save();
        return Optional.of(new Claim(row.getID(), row.getAttempts()));
    }

    private MessageRow insert(MailServer server, String epoch, MessageHandle message, Instant now, String key) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("TRANSPORT_KEY", key);
        columns.put("LOGICAL_KEY", Keys.undecided(key));
        columns.put("SERVER_ID", server.id().value());
        columns.put("SERVER_NAME", Texts.column(server.name()));
        columns.put("EPOCH", epoch);
        columns.put("MESSAGE_UID", message.uid());
        columns.put("STATE", State.PROCESSING.name());
        columns.put("TO_SETTLE", false);
        columns.put("CONTENT_ID", 0L);
        columns.put("SIZE_BYTES", message.size());
        columns.put("ATTEMPTS", 1);
        columns.put("RECEIVED_MILLIS", Moments.millis(message.received() == null ? now : message.received()));
        columns.put("UPDATED_MILLIS", now.toEpochMilli());
        columns.put("DUE_MILLIS", 0L);
        columns.put("STORY", StoryText.with(null, List.of(taken(1, now))));
        return ao.create(
                MessageRow.class,
                columns.entrySet().stream()
                        .map(column -> new DBParam(column.getKey(), column.getValue()))
                        .toArray(DBParam[]::new));
    }

    private static Event taken(int attempt, Instant now) {
        return Event.of(now, Event.Kind.TAKEN, "", Integer.toString(attempt));
    }

    @Override
    public Optional<Claim> reopen(long id, Instant now) {
        return inState(id, State.WAITING);
    }

    @Override
    public Optional<Claim> retake(long id, Instant now) {
        return inState(id, State.REJECTED).or(() -> inState(id, State.QUARANTINED));
    }

    private Optional<Claim> inState(long id, State state) {
        MessageRow[] rows =
                ao.find(MessageRow.class, Query.select().where("ID = ? AND STATE = ?", (int) id, state.name()));
        return Arrays.stream(rows)
                .findFirst()
                .map(row -> new Claim(id, row.getAttempts(), state != State.QUARANTINED && !row.isToSettle()));
    }

    @Override
    public Optional<State> outcome(String identity) {
        return Arrays.stream(ao.find(MessageRow.class, Query.select().where("LOGICAL_KEY = ?", identity)))
                .map(row -> State.valueOf(row.getState()))
                .findFirst();
    }

    @Override
    public void conclude(Claim claim, Verdict verdict, Instant now) {
        MessageRow row = ao.find(MessageRow.class, Query.select().where("ID = ?", (int) claim.id()))[0];
        row.setState(verdict.state().name());
        row.setCode(verdict.code() == null ? null : verdict.code().id());
        row.setArguments(Texts.lines(verdict.arguments()));
        if (!verdict.envelope().equals(Envelope.UNREAD)) {
            row.setSender(Texts.column(verdict.envelope().sender()));
            row.setRecipient(Texts.column(verdict.envelope().recipient()));
            row.setSubject(Texts.column(verdict.envelope().subject()));
            row.setMessageId(Texts.column(verdict.envelope().messageId()));
            row.setSearchText(Texts.searchText(verdict.envelope()));
        }
        row.setContentId(verdict.content() == null ? 0 : verdict.content().id());
        if (verdict.identity() != null) {
            row.setLogicalKey(verdict.identity());
        }
        row.setToSettle(verdict.settle());
        row.setDueMillis(Moments.millis(verdict.due()));
        row.setUpdatedMillis(now.toEpochMilli());
        row.setStory(StoryText.with(row.getStory(), events(verdict, now)));
        row.save();
    }

    private static List<Event> events(Verdict verdict, Instant now) {
        List<Event> events = new ArrayList<>(3);
        if (verdict.trust() != null) {
            events.add(Event.of(now, Event.Kind.TRUSTED, verdict.trust().name()));
        }
        events.add(Event.of(now, Event.Kind.CONCLUDED, verdict.state().name()));
        if (verdict.code() != null) {
            events.add(new Event(now, Event.Kind.REASON, verdict.code().id(), verdict.arguments(), null));
        }
        return events;
    }

    @Override
    public void note(long id, Event event) {
        for (MessageRow row : ao.find(MessageRow.class, Query.select().where("ID = ?", (int) id))) {
            row.setStory(StoryText.with(row.getStory(), List.of(event)));
            row.save();
        }
    }

    @Override
    public List<String> unsettled(MailServerId server, String epoch) {
        List<String> uids = new ArrayList<>();
        for (MessageRow row : ao.find(
                MessageRow.class,
                Query.select()
                        .where("SERVER_ID = ? AND EPOCH = ? AND TO_SETTLE = ?", server.value(), epoch, true)
                        .order("ID"))) {
            uids.add(row.getMessageUid());
        }
        return uids;
    }

    @Override
    public void settled(MailServerId server, String epoch, Collection<String> uids, Instant now) {
        RowsByUid.forEach(ao, server, epoch, uids, row -> {
            if (row.isToSettle()) {
                Event told = Event.of(now, Event.Kind.SETTLED, "");
                row.setStory(StoryText.with(row.getStory(), List.of(told)));
                row.setToSettle(false);
                row.save();
            }
        });
    }

    @Override
    public List<OpenMessage> open(MailServerId server) {
        return Arrays.stream(ao.find(
                        MessageRow.class,
                        Query.select()
                                .where(
                                        "SERVER_ID = ? AND (STATE = ? OR STATE = ?)",
                                        server.value(),
                                        State.PROCESSING.name(),
                                        State.RETRYING.name())))
                .map(row -> new OpenMessage(
                        row.getID(),
                        row.getAttempts(),
                        row.getEpoch(),
                        row.getMessageUid(),
                        Instant.ofEpochMilli(row.getUpdatedMillis()),
                        Moments.moment(row.getDueMillis())))
                .toList();
    }

    @Override
    public void raiseLowWater(MailServerId server, String epoch, long uid) {
        marks.raise(server, epoch, uid);
    }

    static boolean open(MessageRow row) {
        @Nullable String state = row.getState();
        boolean renumbered = State.SKIPPED.name().equals(state)
                && DeliveryCode.RENUMBERED.id().equals(row.getCode());
        return renumbered
                || State.PROCESSING.name().equals(state)
                || State.RETRYING.name().equals(state);
    }
}
