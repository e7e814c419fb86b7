package org.incomingmail.engine.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incomingmail.engine.reply.ReplyFixture.squeezed;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replies of many clients in many languages: the reader sees what the author wrote, and nothing is lost. */
class ReplyFixturesTest {
    static List<ReplyFixture> replies() {
        return ReplyFixture.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("replies")
    void theReaderSeesWhatTheAuthorWrote(ReplyFixture fixture) {
        Reply reply = Reply.of(fixture.message());
        String seen = "%s: the reader would have seen%n%s%n--- behind the title: trimmed%n%s%n--- signature%n%s%n---"
                .formatted(fixture.name(), reply.visible(), reply.trimmed(), reply.signature());
        assertThat(squeezed(reply.visible()))
                .as(seen)
                .isEqualTo(squeezed(fixture.expected().visible()));
        assertThat(squeezed(reply.trimmed()))
                .as(seen)
                .isEqualTo(squeezed(fixture.expected().trimmed()));
        assertThat(squeezed(reply.signature()))
                .as(seen)
                .isEqualTo(squeezed(fixture.expected().signature()));
    }
}
