package org.incomingmail.engine.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.incomingmail.engine.journal.Event;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.mailbox.MessageHandle;
import org.incomingmail.engine.mailbox.SeenMessages;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.jspecify.annotations.Nullable;

/** A ledger in memory whose content can be taken and put back, for transactions. */
final class MemoryLedger implements Ledger {
    record Row(
            long id,
            TransportKey key,
            State state,
            int attempts,
            @Nullable Verdict verdict,
            boolean toSettle,
            Instant updated) {
        boolean unfinished() {
            return state == State.PROCESSING || state == State.RETRYING;
        }

        boolean open() {
            return unfinished() || (verdict != null && verdict.code() == DeliveryCode.RENUMBERED);
        }
    }

    private Map<Long, Row> rows = new TreeMap<>();
    private Map<String, Long> marks = new HashMap<>();
    private final Map<Long, List<Event>> story = new HashMap<>();

    Runnable restorePoint() {
        Map<Long, Row> savedRows = new TreeMap<>(rows);
        Map<String, Long> savedMarks = new HashMap<>(marks);
        return () -> {
            rows = savedRows;
            marks = savedMarks;
        };
    }

    List<Row> rows() {
        return List.copyOf(rows.values());
    }

    @Override
    public SeenMessages seen(MailServerId server, Instant now) {
        return new SeenMessages() {
            @Override
            public long lowWater(String epoch) {
                return marks.getOrDefault(server + epoch, 0L);
            }

            @Override
            public Set<String> notWanted(String epoch, Collection<String> uids) {
                Set<String> found = new HashSet<>();
                for (String uid : uids) {
                    row(new TransportKey(server, epoch, uid))
                            .filter(row -> !row.open() || later(row, now))
                            .ifPresent(row -> found.add(uid));
                }
                return found;
            }
        };
    }

    private static boolean later(Row row, Instant now) {
        return row.verdict() != null
                && row.verdict().due() != null
                && row.verdict().due().isAfter(now)
                && !ClockSetBack.since(row.updated(), now);
    }

    private Optional<Row> row(TransportKey key) {
        return rows.values().stream().filter(row -> row.key().equals(key)).findFirst();
    }

    @Override
    public Optional<Claim> claim(MailServer server, String epoch, MessageHandle message, Instant now) {
        TransportKey key = new TransportKey(server.id(), epoch, message.uid());
        Optional<Row> before = row(key);
        if (before.isPresent() && !before.get().open()) {
            return Optional.empty();
        }
        long id = before.map(Row::id).orElse(rows.size() + 1L);
        int attempts = before.map(Row::attempts).orElse(0) + 1;
        rows.put(id, new Row(id, key, State.PROCESSING, attempts, null, false, now));
        return Optional.of(new Claim(id, attempts));
    }

    @Override
    public Optional<Claim> reopen(long id, Instant now) {
        Row row = rows.get(id);
        return row != null && row.state() == State.WAITING
                ? Optional.of(new Claim(id, row.attempts(), !row.toSettle()))
                : Optional.empty();
    }

    @Override
    public Optional<Claim> retake(long id, Instant now) {
        Row row = rows.get(id);
        return row != null && (row.state() == State.REJECTED || row.state() == State.QUARANTINED)
                ? Optional.of(new Claim(id, row.attempts(), row.state() == State.REJECTED && !row.toSettle()))
                : Optional.empty();
    }

    @Override
    public Optional<State> outcome(String identity) {
        return rows.values().stream()
                .filter(row ->
                        row.verdict() != null && identity.equals(row.verdict().identity()))
                .map(Row::state)
                .findFirst();
    }

    @Override
    public void conclude(Claim claim, Verdict verdict, Instant now) {
        if (verdict.identity() != null && outcome(verdict.identity()).isPresent()) {
            throw new IllegalStateException("unique logical key");
        }
        Row row = rows.get(claim.id());
        if (row == null) {
            throw new IllegalStateException("no such row");
        }
        Verdict kept = row.verdict() == null ? verdict : verdict.over(row.verdict());
        rows.put(row.id(), new Row(row.id(), row.key(), verdict.state(), row.attempts(), kept, verdict.settle(), now));
    }

    @Override
    public void note(long id, Event event) {
        story.computeIfAbsent(id, any -> new ArrayList<>()).add(event);
    }

    /** What happened to a message, besides what the ledger itself did. */
    List<Event> story(long id) {
        return story.getOrDefault(id, List.of());
    }

    @Override
    public List<String> unsettled(MailServerId server, String epoch) {
        return rows.values().stream()
                .filter(row -> row.toSettle() && row.key().server().equals(server))
                .filter(row -> row.key().epoch().equals(epoch))
                .map(row -> row.key().uid())
                .toList();
    }

    @Override
    public void settled(MailServerId server, String epoch, Collection<String> uids, Instant now) {
        rows.replaceAll(
                (id, row) -> uids.contains(row.key().uid()) && row.key().epoch().equals(epoch)
                        ? new Row(id, row.key(), row.state(), row.attempts(), row.verdict(), false, now)
                        : row);
    }

    @Override
    public List<OpenMessage> open(MailServerId server) {
        return rows.values().stream()
                .filter(row -> row.unfinished() && row.key().server().equals(server))
                .map(row -> new OpenMessage(
                        row.id(),
                        row.attempts(),
                        row.key().epoch(),
                        row.key().uid(),
                        row.updated(),
                        row.verdict() == null ? null : row.verdict().due()))
                .toList();
    }

    @Override
    public void raiseLowWater(MailServerId server, String epoch, long uid) {
        marks.merge(server + epoch, uid, Math::max);
    }
}
