package org.incomingmail.confluence.settings;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.host.MessageRooms;
import org.incomingmail.engine.delivery.Assessment;
import org.incomingmail.engine.delivery.Assessor;
import org.incomingmail.engine.delivery.MessageStore;
import org.incomingmail.engine.delivery.Walk;
import org.incomingmail.engine.journal.Journal;
import org.incomingmail.engine.journal.JournalEntry;
import org.incomingmail.engine.journal.JournalQuery;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MessageReader;
import org.incomingmail.engine.policy.Policy;
import org.incomingmail.engine.routing.Decision;
import org.incomingmail.engine.routing.RuleTexts;
import org.incomingmail.engine.screening.Verdict;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.trust.Treatment;
import org.incomingmail.engine.trust.Trust;
import org.jspecify.annotations.Nullable;

/** What rules would make of the latest messages, whose raw mail is still there. Changes nothing. */
@Named
public class RulePreview {
    private static final int MOST = 20;
    private final Journal journal;
    private final MessageStore store;
    private final MessageRooms rooms;

    @Inject
    public RulePreview(Journal journal, MessageStore store, MessageRooms rooms) {
        this.journal = journal;
        this.store = store;
        this.rooms = rooms;
    }

    /**
     * A message and what would become of it.
     *
     * @param kind PAGE, BLOG_POST, COMMENT, CONFIRM, HOLD or REJECT
     * @param rule the routing rule that holds
     */
    public record Row(
            JournalEntry entry,
            String kind,
            Optional<String> code,
            List<String> arguments,
            Optional<String> rule,
            Optional<String> space,
            Optional<String> title,
            Optional<Trust> trust) {}

    public List<Row> of(MailServer server, Policy policy) throws IOException {
        JournalQuery latest = new JournalQuery(
                Optional.of(server.id()),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                MOST);
        Assessor assessor = rooms.assessor();
        List<Row> rows = new ArrayList<>();
        for (JournalEntry entry : journal.find(latest).entries()) {
            if (entry.rawKept()) {
                IncomingMessage message = new MessageReader()
                        .read(() -> store.open(entry.id()).orElseThrow(() -> new FileNotFoundException("raw mail")));
                Optional<String> rule = RuleTexts.matching(policy.rules(), message, server);
                rows.add(row(entry, assessor.assess(server, message, policy), rule));
            }
        }
        return rows;
    }

    private static Row row(JournalEntry entry, Assessment assessment, Optional<String> rule) {
        if (assessment.screening() instanceof Verdict.Rejected rejected) {
            return stopped(entry, "REJECT", rejected.code().id(), List.of(rejected.header()), assessment, rule);
        }
        Decision decision = assessment.decision().orElseThrow();
        if (decision instanceof Decision.Reject reject) {
            return stopped(entry, "REJECT", reject.code().id(), reject.arguments(), assessment, rule);
        }
        Walk.@Nullable Outcome stop = assessment.stop().orElse(null);
        if (stop instanceof Walk.Outcome.Rejected rejected) {
            return stopped(entry, "REJECT", rejected.code().id(), rejected.arguments(), assessment, rule);
        }
        if (stop instanceof Walk.Outcome.Waiting waiting) {
            boolean confirms = !(decision instanceof Decision.Hold)
                    && assessment.treatment().equals(Optional.of(Treatment.CONFIRM));
            String kind = confirms ? "CONFIRM" : "HOLD";
            return stopped(entry, kind, waiting.code().id(), waiting.arguments(), assessment, rule);
        }
        return published(entry, decision, assessment, rule);
    }

    private static Row published(JournalEntry entry, Decision decision, Assessment assessment, Optional<String> rule) {
        if (decision instanceof Decision.NewPage page) {
            return new Row(
                    entry,
                    page.extras().blogPost() ? "BLOG_POST" : "PAGE",
                    Optional.empty(),
                    List.of(),
                    rule,
                    Optional.of(page.spaceKey()),
                    Optional.of(page.title()),
                    assessment.trust());
        }
        return new Row(
                entry,
                "COMMENT",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                assessment.trust());
    }

    private static Row stopped(
            JournalEntry entry,
            String kind,
            String code,
            List<String> arguments,
            Assessment assessment,
            Optional<String> rule) {
        return new Row(
                entry,
                kind,
                Optional.of(code),
                arguments,
                rule,
                Optional.empty(),
                Optional.empty(),
                assessment.trust());
    }
}
