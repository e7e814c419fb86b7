package org.incomingmail.engine.explain;

import java.util.Map;
import org.incomingmail.engine.screening.ScreeningCode;
import org.incomingmail.engine.screening.Verdict;
import org.jspecify.annotations.Nullable;

/** Whether the message may become content at all. */
final class ScreeningJson {
    private ScreeningJson() {}

    static Map<String, @Nullable Object> of(Verdict verdict, boolean tooLarge, long size) {
        if (tooLarge) {
            return json("TOO_LARGE", "size", size + " bytes");
        }
        if (verdict instanceof Verdict.Rejected rejected) {
            // a mail that goes round is one of ours, too
            ScreeningCode code = rejected.code() == ScreeningCode.LOOP ? ScreeningCode.OWN_MAIL : rejected.code();
            return json(code.name(), rejected.rule(), rejected.header());
        }
        return json("ACCEPT", null, null);
    }

    private static Map<String, @Nullable Object> json(String verdict, @Nullable String rule, @Nullable String header) {
        return Json.object()
                .with("verdict", verdict)
                .with("rule", rule)
                .with("header", header)
                .map();
    }
}
