package org.incomingmail.engine.explain.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.incomingmail.engine.explain.Explanation;
import org.junit.jupiter.api.Test;

/** A short run of {@link MailFuzz}, the same each time. */
class MailFuzzTest {
    @Test
    void whateverComesInAnExplanationComesOut() throws Exception {
        MailFuzz fuzz = new MailFuzz(42);
        for (int i = 0; i < 5_000; i++) {
            byte[] mail = fuzz.next();
            Explanation explanation = fuzz.explain(mail);
            assertThat(explanation.readable())
                    .as(() -> explanation.members().get("error") + "\n" + new String(mail, StandardCharsets.ISO_8859_1))
                    .isTrue();
        }
    }
}
