package org.incomingmail.engine.delivery;

import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.publishing.Composition;
import org.incomingmail.engine.publishing.LeftOut;
import org.incomingmail.engine.routing.Decision;
import org.incomingmail.engine.screening.Verdict;
import org.incomingmail.engine.trust.Level;
import org.incomingmail.engine.trust.Treatment;
import org.incomingmail.engine.trust.Trust;
import org.incomingmail.engine.trust.TrustCode;
import org.incomingmail.engine.wiki.WikiUser;

/**
 * What the rooms make of a message, before anything is written. Delivery writes it down; {@code explain} prints it.
 *
 * @param decision empty when screening rejected the message
 * @param trust empty when there is no user to believe or not
 * @param treatment what the mail server's rules say about such trust
 * @param leftOut files that are not attached
 * @param composition empty unless the decision is a page or a reply
 */
public record Assessment(
        IncomingMessage message,
        Verdict screening,
        Optional<Decision> decision,
        Optional<Trust> trust,
        Optional<Treatment> treatment,
        List<LeftOut> leftOut,
        Optional<Composition> composition) {

    static Assessment screenedOut(IncomingMessage message, Verdict.Rejected rejected) {
        return new Assessment(
                message, rejected, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    /** Why the message is not published as things are: a routing rule, or what is known of its sender. */
    public Optional<Walk.Outcome> stop() {
        return decision.orElse(null) instanceof Decision.Hold hold
                ? Optional.of(new Walk.Outcome.Waiting(hold.code(), hold.arguments()))
                : distrust();
    }

    /** Why the rules about trust do not let the message through; empty when they do. */
    public Optional<Walk.Outcome> distrust() {
        if (trust.isEmpty() || treatment.isEmpty() || decision.isEmpty()) {
            return Optional.empty();
        }
        String sender = decision.get().writer().map(WikiUser::email).orElse("");
        List<String> arguments = List.of(sender, trust.get().evidence());
        boolean contradicted = trust.get().level() == Level.CONTRADICTED;
        TrustCode code = contradicted ? TrustCode.CONTRADICTED : TrustCode.UNPROVED;
        return switch (treatment.get()) {
            case PUBLISH -> Optional.empty();
            case CONFIRM -> Optional.of(new Walk.Outcome.Waiting(TrustCode.CONFIRMATION, arguments));
            case HOLD -> Optional.of(new Walk.Outcome.Waiting(code, arguments));
            case REJECT -> Optional.of(new Walk.Outcome.Rejected(code, arguments));
        };
    }
}
