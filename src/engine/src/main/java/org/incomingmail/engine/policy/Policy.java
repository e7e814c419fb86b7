package org.incomingmail.engine.policy;

import java.util.List;
import org.incomingmail.engine.publishing.AttachmentLimits;
import org.incomingmail.engine.routing.RoutingRule;
import org.incomingmail.engine.screening.SenderLists;
import org.incomingmail.engine.trust.TrustPolicy;

/**
 * The rules of one mail server.
 *
 * @param rules in their order; the first that holds decides
 */
public record Policy(
        TrustPolicy trust,
        SenderLists lists,
        Rates rates,
        Answering answers,
        AttachmentLimits attachments,
        List<RoutingRule> rules) {

    public Policy {
        rules = List.copyOf(rules);
    }

    /** Of a mail server whose rules nobody touched. */
    public static Policy standard() {
        return new Policy(
                TrustPolicy.standard(),
                SenderLists.open(),
                Rates.standard(),
                Answering.none(),
                AttachmentLimits.standard(),
                List.of());
    }
}
