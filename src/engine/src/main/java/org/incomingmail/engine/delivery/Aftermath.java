package org.incomingmail.engine.delivery;

import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.policy.Answering;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.trust.Level;
import org.incomingmail.engine.trust.Trust;
import org.incomingmail.engine.wiki.WikiContent;
import org.incomingmail.engine.wiki.WikiUser;
import org.jspecify.annotations.Nullable;

/** Who is told what, once the outcome of a message stands. */
final class Aftermath {
    private static final int ANSWERS_A_DAY = 1;
    private static final int SHARES_A_DAY = 50;

    private final Rulebook book;
    private final MailServer server;
    private @Nullable WikiUser sender;
    private boolean sure;
    private Answering answers = Answering.none();
    private List<WikiUser> sharedWith = List.of();
    private @Nullable WaitingMail waiting;

    Aftermath(Rulebook book, MailServer server) {
        this.book = book;
        this.server = server;
    }

    /** Only who is surely the sender gets answers: a forger's victim has nothing to do with it. */
    void sender(WikiUser user, Trust trust, Answering policy) {
        sender = user;
        sure = trust.level() == Level.SIGNED || trust.level() == Level.AUTHENTICATED;
        answers = policy;
    }

    void shared(List<WikiUser> users) {
        sharedWith = users;
    }

    void waits(WaitingMail mail) {
        waiting = mail;
    }

    void tell(Walk.Outcome outcome, Envelope envelope) throws Exception {
        WikiUser user = sender;
        if (user == null) {
            return;
        }
        if (waiting != null && waiting.confirmable() && outcome instanceof Walk.Outcome.Waiting) {
            book.confirmations().ask(waiting, server, user, envelope);
            return;
        }
        if (outcome instanceof Walk.Outcome.Published published) {
            for (WikiUser other : sharedWith) {
                send(Letter.Kind.SHARED, other, envelope, null, List.of(), published.content(), SHARES_A_DAY);
            }
        }
        if (sure) {
            answer(outcome, user, envelope);
        }
    }

    private void answer(Walk.Outcome outcome, WikiUser user, Envelope envelope) {
        if (outcome instanceof Walk.Outcome.Published published && answers.published()) {
            send(Letter.Kind.PUBLISHED, user, envelope, null, List.of(), published.content(), ANSWERS_A_DAY);
        } else if (outcome instanceof Walk.Outcome.Rejected rejected && answers.rejected()) {
            String code = rejected.code().id();
            send(Letter.Kind.REJECTED, user, envelope, code, rejected.arguments(), null, ANSWERS_A_DAY);
        } else if (outcome instanceof Walk.Outcome.Waiting held && answers.waiting()) {
            send(Letter.Kind.WAITING, user, envelope, held.code().id(), held.arguments(), null, ANSWERS_A_DAY);
        }
    }

    private void send(
            Letter.Kind kind,
            WikiUser receiver,
            Envelope about,
            @Nullable String code,
            List<String> arguments,
            @Nullable WikiContent content,
            int most) {
        if (book.letters().mayGo(receiver.email(), kind, most, book.clock().instant())) {
            book.letters()
                    .send(new Letter(
                            kind,
                            server,
                            receiver,
                            about,
                            code,
                            arguments,
                            Optional.ofNullable(content),
                            Optional.empty()));
        }
    }
}
