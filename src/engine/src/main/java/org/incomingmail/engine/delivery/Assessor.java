package org.incomingmail.engine.delivery;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.policy.Policies;
import org.incomingmail.engine.policy.Policy;
import org.incomingmail.engine.publishing.AttachmentCheck;
import org.incomingmail.engine.publishing.Composition;
import org.incomingmail.engine.publishing.LeftOut;
import org.incomingmail.engine.publishing.LeftOutNotes;
import org.incomingmail.engine.publishing.Publisher;
import org.incomingmail.engine.routing.Decision;
import org.incomingmail.engine.routing.Placement;
import org.incomingmail.engine.routing.Router;
import org.incomingmail.engine.screening.OwnAddresses;
import org.incomingmail.engine.screening.Screening;
import org.incomingmail.engine.screening.Verdict;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.trust.Appraisal;
import org.incomingmail.engine.trust.ReplyAddresses;
import org.incomingmail.engine.trust.Trust;
import org.incomingmail.engine.wiki.WikiUser;

/** Screens, decides, appraises and composes; asks the wiki, writes nothing. Thread-safe. */
public final class Assessor {
    private final Screening screening;
    private final Supplier<OwnAddresses> own;
    private final Router router;
    private final Publisher publisher;
    private final Policies policies;
    private final ReplyAddresses addresses;
    private final Locale language;

    /**
     * @param own asked for each message, since mail servers come and go
     * @param language of notes on pages
     */
    public Assessor(
            Screening screening,
            Supplier<OwnAddresses> own,
            Router router,
            Publisher publisher,
            Policies policies,
            ReplyAddresses addresses,
            Locale language) {
        this.screening = screening;
        this.own = own;
        this.router = router;
        this.publisher = publisher;
        this.policies = policies;
        this.addresses = addresses;
        this.language = language;
    }

    public Assessment assess(MailServer server, IncomingMessage message) throws IOException {
        return assess(server, message, policies.of(server.id()));
    }

    /** As it would be under these rules, whether they are saved or not. */
    public Assessment assess(MailServer server, IncomingMessage message, Policy policy) throws IOException {
        return assess(server, message, policy, Placement.none());
    }

    /** As an administrator chose, who vouches for it: then it is not screened. */
    Assessment assess(MailServer server, IncomingMessage message, Policy policy, Placement placement)
            throws IOException {
        Verdict verdict = screening.screen(message, own.get(), policy.lists());
        if (verdict instanceof Verdict.Rejected rejected && !placement.chosen()) {
            return Assessment.screenedOut(message, rejected);
        }
        Decision decision = router.decide(message, server, policy.rules(), placement);
        // whoever was chosen as author did not send it
        Optional<Trust> trust = placement.author().isPresent()
                ? Optional.empty()
                : decision.writer().map(author -> trust(message, author, policy));
        AttachmentCheck.Checked checked = AttachmentCheck.of(message, policy.attachments());
        return new Assessment(
                message,
                verdict,
                Optional.of(decision),
                trust,
                trust.map(found -> policy.trust().of(found.level())),
                checked.leftOut(),
                composition(checked.message(), decision).map(composed -> noted(composed, checked.leftOut())));
    }

    private Trust trust(IncomingMessage message, WikiUser author, Policy policy) {
        boolean signed = message.recipients().stream()
                .flatMap(recipient -> addresses.read(recipient.address()).stream())
                .anyMatch(token -> token.belongsTo(author.key()) && !token.expired());
        return Appraisal.of(message, message.from().get(0).address(), signed, policy.trust());
    }

    private Optional<Composition> composition(IncomingMessage message, Decision decision) {
        if (decision instanceof Decision.NewPage page) {
            return Optional.of(publisher.compose(message, page));
        }
        if (decision instanceof Decision.Hold hold) {
            return composition(message, hold.otherwise());
        }
        return decision instanceof Decision.Reply reply
                ? Optional.of(publisher.compose(message, reply))
                : Optional.empty();
    }

    private Composition noted(Composition composition, List<LeftOut> leftOut) {
        return composition instanceof Composition.Publication publication
                ? LeftOutNotes.add(publication, leftOut, language)
                : composition;
    }
}
