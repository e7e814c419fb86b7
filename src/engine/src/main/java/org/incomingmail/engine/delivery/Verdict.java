package org.incomingmail.engine.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.failure.Code;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.trust.Level;
import org.incomingmail.engine.wiki.WikiContent;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt at a message ended: what the ledger keeps of it.
 *
 * @param envelope {@link Envelope#UNREAD} leaves what is known of an earlier reading
 * @param identity logical key of the message, once its outcome stands; nothing with the same is processed again
 * @param due when to try again; null when not
 * @param settle whether the mail server is to be told
 * @param trust how far the sender was believed; null when nobody looked
 */
public record Verdict(
        State state,
        @Nullable Code code,
        List<String> arguments,
        Envelope envelope,
        @Nullable WikiContent content,
        @Nullable String identity,
        @Nullable Instant due,
        boolean settle,
        @Nullable Level trust) {

    /** Without a look at the sender. */
    public Verdict(
            State state,
            @Nullable Code code,
            List<String> arguments,
            Envelope envelope,
            @Nullable WikiContent content,
            @Nullable String identity,
            @Nullable Instant due,
            boolean settle) {
        this(state, code, arguments, envelope, content, identity, due, settle, null);
    }

    static Verdict published(Envelope envelope, WikiContent content, @Nullable String identity) {
        State state = content.kind() == WikiContent.Kind.COMMENT ? State.COMMENT_CREATED : State.PAGE_CREATED;
        return new Verdict(state, null, List.of(), envelope, content, identity, null, true);
    }

    static Verdict rejected(
            Envelope envelope, Code code, List<String> arguments, @Nullable String identity, boolean settle) {
        return new Verdict(State.REJECTED, code, arguments, envelope, null, identity, null, settle);
    }

    static Verdict waiting(
            Envelope envelope, Code code, List<String> arguments, @Nullable String identity, boolean settle) {
        return new Verdict(State.WAITING, code, arguments, envelope, null, identity, null, settle);
    }

    static Verdict skipped(Envelope envelope, Code code, List<String> arguments, boolean settle) {
        return new Verdict(State.SKIPPED, code, arguments, envelope, null, null, null, settle);
    }

    static Verdict retrying(Envelope envelope, Code code, List<String> arguments, Instant due) {
        return new Verdict(State.RETRYING, code, arguments, envelope, null, null, due, false);
    }

    static Verdict quarantined(Envelope envelope, Code code, List<String> arguments) {
        return new Verdict(State.QUARANTINED, code, arguments, envelope, null, null, null, false);
    }

    /** Of a message that was decided about and is not to be published. */
    static Verdict ended(Code code, List<String> arguments, boolean settle) {
        return new Verdict(State.REJECTED, code, arguments, Envelope.UNREAD, null, null, null, settle);
    }

    /** With the content that it has to do with. */
    Verdict about(@Nullable WikiContent other) {
        return new Verdict(state, code, arguments, envelope, other, identity, due, settle, trust);
    }

    /** With how far the sender was believed. */
    Verdict trusting(Optional<Level> level) {
        return new Verdict(state, code, arguments, envelope, content, identity, due, settle, level.orElse(null));
    }

    /** With the identity and envelope of an earlier verdict where this one has none. */
    Verdict over(Verdict earlier) {
        return new Verdict(
                state,
                code,
                arguments,
                envelope == Envelope.UNREAD ? earlier.envelope : envelope,
                content,
                identity == null ? earlier.identity : identity,
                due,
                settle,
                trust);
    }

    Verdict withoutSettling() {
        return new Verdict(state, code, arguments, envelope, content, identity, due, false, trust);
    }
}
