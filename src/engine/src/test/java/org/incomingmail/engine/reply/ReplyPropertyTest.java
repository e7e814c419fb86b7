package org.incomingmail.engine.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.incomingmail.engine.message.IncomingMessage;

/** What holds for any text, however strange: nothing is lost, something stays visible, trimming twice is trimming once. */
class ReplyPropertyTest {
    private static final List<String> LINES = linesOfRealReplies();
    private static final String INVISIBLE = "[\\s\\p{Cf}\\p{Z}\\p{Cc}]+";

    @Property(tries = 3000)
    void everyLineIsInExactlyOnePart(@ForAll("shuffledReplies") String text) {
        Reply reply = Reply.ofText(text);
        List<String> parts = new ArrayList<>();
        for (String part : List.of(reply.visible(), reply.trimmed(), reply.signature())) {
            parts.addAll(said(part));
        }
        assertThat(parts).containsExactlyInAnyOrderElementsOf(said(text));
    }

    @Property(tries = 3000)
    void whileThereIsTextSomeOfItIsVisible(@ForAll("shuffledReplies") String text) {
        assertThat(said(Reply.ofText(text).visible()).isEmpty())
                .isEqualTo(said(text).isEmpty());
    }

    @Property(tries = 3000)
    void trimmingWhatIsVisibleChangesNothing(@ForAll("shuffledReplies") String text) {
        String visible = Reply.ofText(text).visible();
        assertThat(Reply.ofText(visible).visible()).isEqualTo(visible);
    }

    @Property(tries = 2000)
    void anyTextIsSplitWithoutLoss(@ForAll("anything") String text) {
        Reply reply = Reply.ofText(text);
        String all = reply.visible() + reply.trimmed() + reply.signature();
        assertThat(signs(all)).isEqualTo(signs(text));
    }

    @Property(tries = 2000)
    void anyMarkupIsSplitWithoutLoss(@ForAll("anything") String before, @ForAll("shuffledReplies") String inside) {
        Reply reply = Reply.ofHtml("<div>" + before.replace('<', ' ').replace('&', ' ') + "<blockquote>"
                + inside.replace("<", "&lt;").replace("\n", "<br>") + "</blockquote></div>");
        String all = reply.visible() + reply.trimmed() + reply.signature();
        assertThat(signs(reply.visible()).isEmpty()).isEqualTo(signs(all).isEmpty());
        assertThat(signs(all)).containsAll(signs(before.replaceAll("[^\\p{L}\\p{N}]", "")));
    }

    @Provide
    static Arbitrary<String> shuffledReplies() {
        return Arbitraries.of(LINES).list().ofMaxSize(25).map(lines -> String.join("\n", lines));
    }

    @Provide
    static Arbitrary<String> anything() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("ab >\n\t-_*:<@.\u00a0\u202b\ufeff（）月")
                        .ofMaxLength(400),
                Arbitraries.strings().all().ofMaxLength(400));
    }

    private static List<String> said(String text) {
        return text.lines()
                .filter(line -> !signs(line).isEmpty())
                .map(String::stripTrailing)
                .toList();
    }

    /** The signs that a reader can see, in any order. */
    private static List<Integer> signs(String text) {
        return text.replaceAll(INVISIBLE, "").chars().sorted().boxed().toList();
    }

    private static List<String> linesOfRealReplies() {
        List<String> lines = new ArrayList<>();
        for (ReplyFixture fixture : ReplyFixture.all()) {
            IncomingMessage message = fixture.message();
            message.text().ifPresent(text -> lines.addAll(text.lines().toList()));
        }
        lines.add("");
        lines.add("-- ");
        lines.add("--");
        return lines;
    }
}
