package org.incomingmail.confluence.storage;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import net.java.ao.Query;
import org.incomingmail.engine.delivery.MessageStore;
import org.incomingmail.engine.journal.Journal;
import org.incomingmail.engine.journal.JournalEntry;
import org.incomingmail.engine.journal.JournalQuery;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.wiki.Wiki;
import org.incomingmail.engine.wiki.WikiContent;

/** Shows the ledger's rows to the administrator. */
@Named
public class ActiveObjectsJournal implements Journal {
    private final ActiveObjects ao;
    private final MessageStore store;
    private final Wiki wiki;

    @Inject
    public ActiveObjectsJournal(ActiveObjects ao, MessageStore store, Wiki wiki) {
        this.ao = ao;
        this.store = store;
        this.wiki = wiki;
    }

    @Override
    public Page find(JournalQuery query) {
        List<String> clauses = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        query.server().ifPresent(id -> add(clauses, values, "SERVER_ID = ?", id.value()));
        query.code().ifPresent(code -> add(clauses, values, "CODE = ?", code));
        query.from().ifPresent(from -> add(clauses, values, "RECEIVED_MILLIS >= ?", from.toEpochMilli()));
        query.until().ifPresent(until -> add(clauses, values, "RECEIVED_MILLIS < ?", until.toEpochMilli()));
        query.text()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> add(clauses, values, "SEARCH_TEXT LIKE ?", "%" + text + "%"));
        if (!query.states().isEmpty()) {
            clauses.add("STATE IN ("
                    + String.join(", ", Collections.nCopies(query.states().size(), "?")) + ")");
            query.states().forEach(state -> values.add(state.name()));
        }
        Query rows = Query.select();
        if (!clauses.isEmpty()) {
            rows = rows.where(String.join(" AND ", clauses), values.toArray());
        }
        int total = ao.count(MessageRow.class, rows);
        MessageRow[] found = ao.find(
                MessageRow.class, rows.order("ID DESC").offset(query.offset()).limit(query.limit()));
        return new Page(Arrays.stream(found).map(this::entry).toList(), total);
    }

    private static void add(List<String> clauses, List<Object> values, String clause, Object value) {
        clauses.add(clause);
        values.add(value);
    }

    @Override
    public Optional<JournalEntry> entry(long id) {
        return Arrays.stream(ao.find(MessageRow.class, Query.select().where("ID = ?", (int) id)))
                .findFirst()
                .map(this::entry);
    }

    @Override
    public Optional<InputStream> raw(long id) throws IOException {
        return store.open(id);
    }

    private JournalEntry entry(MessageRow row) {
        Optional<WikiContent> content = row.getContentId() == 0 ? Optional.empty() : wiki.content(row.getContentId());
        return new JournalEntry(
                row.getID(),
                new MailServerId(row.getServerId()),
                row.getServerName(),
                JournalEntry.State.valueOf(row.getState()),
                row.getCode(),
                Texts.values(row.getArguments()),
                row.getSender(),
                row.getRecipient(),
                row.getSubject(),
                row.getMessageId(),
                row.getContentId() == 0 ? null : row.getContentId(),
                content.map(WikiContent::title).orElse(null),
                content.map(WikiContent::url).orElse(null),
                row.getSizeBytes(),
                row.getAttempts(),
                java.time.Instant.ofEpochMilli(row.getReceivedMillis()),
                java.time.Instant.ofEpochMilli(row.getUpdatedMillis()),
                store.kept(row.getID()),
                StoryText.read(row.getStory()));
    }
}
