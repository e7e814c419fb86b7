package org.incomingmail.engine.explain;

import java.util.Map;
import org.incomingmail.engine.delivery.Assessment;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.trust.ReplyAddresses;
import org.incomingmail.engine.trust.Trust;
import org.jspecify.annotations.Nullable;

/** How far the sender is believed; of a message that was not appraised, what its headers alone say. */
final class TrustJson {
    private TrustJson() {}

    static Map<String, @Nullable Object> of(Assessment assessment, ReplyAddresses addresses) {
        if (assessment.trust().isPresent()) {
            Trust trust = assessment.trust().get();
            return json(trust.level().name(), trust.evidence());
        }
        IncomingMessage message = assessment.message();
        boolean signed = message.recipients().stream()
                .anyMatch(recipient -> addresses.read(recipient.address()).isPresent());
        if (signed) {
            return json("SIGNED", "signed reply address");
        }
        return message.from().size() == 1
                ? json("KNOWN_ADDRESS", "From: " + message.from().get(0).address())
                : json("NONE", message.from().size() + " addresses in From");
    }

    private static Map<String, @Nullable Object> json(String level, String evidence) {
        return Json.object().with("level", level).with("evidence", evidence).map();
    }
}
