package org.incomingmail.confluence.settings;

import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.delivery.WaitingRoom.Decided;
import org.incomingmail.engine.journal.Journal;
import org.incomingmail.engine.journal.JournalEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The same done to many messages, each in its own transaction: one that fails stops none of the others. */
@Named
public class BulkActions {
    /** As many as a page of the log or of waiting mail shows at most. */
    public static final int MOST = 200;

    private static final Logger log = LoggerFactory.getLogger(BulkActions.class);
    private final Journal journal;
    private final MessageActions actions;

    @Inject
    public BulkActions(Journal journal, MessageActions actions) {
        this.journal = journal;
        this.actions = actions;
    }

    /** What is done to each. */
    public enum Action {
        RETRY,
        RELEASE,
        DISCARD;

        public static Optional<Action> named(String name) {
            for (Action action : values()) {
                if (action.name().equalsIgnoreCase(name)) {
                    return Optional.of(action);
                }
            }
            return Optional.empty();
        }
    }

    /** How it went with one. */
    public enum Outcome {
        PUBLISHED,
        DISCARDED,
        /** Tried, and still no content: its entry says why. */
        NOT_PUBLISHED,
        /** This can't be done to it, or not now, or not any longer. */
        UNCHANGED
    }

    /** One message and how it went. */
    public record Result(long id, Outcome outcome) {}

    /** @param ids of which no more than {@link #MOST} are looked at */
    public List<Result> run(Action action, List<Long> ids, String administrator) {
        return ids.stream()
                .distinct()
                .limit(MOST)
                .map(id -> new Result(id, one(action, id, administrator)))
                .toList();
    }

    private Outcome one(Action action, long id, String administrator) {
        Optional<JournalEntry> entry = journal.entry(id);
        if (entry.isEmpty() || !possible(action, entry.get())) {
            return Outcome.UNCHANGED;
        }
        try {
            return outcome(
                    action,
                    switch (action) {
                        case RETRY -> actions.retry(entry.get(), administrator);
                        case RELEASE -> actions.release(entry.get(), administrator);
                        case DISCARD -> actions.discard(entry.get(), administrator);
                    });
        } catch (Exception failed) {
            log.warn("Message {} could not be changed: {}", id, failed.toString());
            log.debug("Bulk action", failed);
            return Outcome.UNCHANGED;
        }
    }

    private static boolean possible(Action action, JournalEntry entry) {
        return switch (action) {
            case RETRY -> MessageActions.retryable(entry);
            case RELEASE -> entry.state() == JournalEntry.State.WAITING;
            case DISCARD -> MessageActions.discardable(entry);
        };
    }

    private static Outcome outcome(Action action, Decided decided) {
        if (!(decided instanceof Decided.Done done)) {
            return Outcome.UNCHANGED;
        }
        if (action == Action.DISCARD) {
            return Outcome.DISCARDED;
        }
        return done.code().isEmpty() ? Outcome.PUBLISHED : Outcome.NOT_PUBLISHED;
    }
}
