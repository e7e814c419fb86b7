package org.incomingmail.engine.delivery;

import java.util.Optional;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.publishing.Composition;
import org.incomingmail.engine.routing.Decision;
import org.incomingmail.engine.screening.Verdict;

/**
 * What the rooms make of a message, before anything is written. Delivery writes it down; {@code explain} prints it.
 *
 * @param decision empty when screening rejected the message
 * @param composition empty unless the decision is a page or a reply
 */
public record Assessment(
        IncomingMessage message, Verdict screening, Optional<Decision> decision, Optional<Composition> composition) {

    static Assessment screenedOut(IncomingMessage message, Verdict.Rejected rejected) {
        return new Assessment(message, rejected, Optional.empty(), Optional.empty());
    }

    static Assessment accepted(IncomingMessage message, Decision decision, Optional<Composition> composition) {
        return new Assessment(message, new Verdict.Accepted(), Optional.of(decision), composition);
    }
}
