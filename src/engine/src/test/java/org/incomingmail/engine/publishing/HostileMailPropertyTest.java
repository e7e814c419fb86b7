package org.incomingmail.engine.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.incomingmail.engine.reply.Line;
import org.incomingmail.engine.reply.Part;
import org.incomingmail.engine.reply.ReplyFixture;
import org.incomingmail.engine.reply.ReplySplit;
import org.incomingmail.engine.reply.TextLines;

/** What holds for any bytes whatever. */
class HostileMailPropertyTest {
    private static final List<String> SNIPPETS = List.of(
            "<b>",
            "</b>",
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<ul><li>",
            "<p>",
            "</p>",
            "<br>",
            "<a href='http://x'>",
            "<pre>",
            "<blockquote>",
            "</div>",
            "<div>",
            "<ac:link>",
            "&#0;",
            "&amp;",
            "]]>",
            "<![CDATA[",
            "<img src=cid:a>",
            "\u0001",
            "\uD800",
            "text ",
            "\n",
            "<!--",
            "-->",
            "<h1>",
            "<script>",
            "</script>",
            "<svg>",
            "<o:p>&nbsp;</o:p>",
            "<div class=gmail_quote>");
    private static final List<String> LINES = List.of(
            "",
            "own text",
            "> quoted",
            ">> deeper",
            "-- ",
            "On Mon, Nov 23, 2026 at 9:15 AM Bob <b@x.y> wrote:",
            "From: Bob",
            "Sent: Monday",
            "Subject: x",
            "-----Original Message-----",
            "Sent from my iPhone",
            "________________",
            "2026年11月23日(月) 9:15 Bob <b@x.y>:",
            "━━━━━━━━━━",
            "tel 03-0000-0000",
            "Bob wrote:",
            "--- Reply above this line ---");

    @Provide
    Arbitrary<List<String>> html() {
        return Arbitraries.of(SNIPPETS).list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.of(LINES).list().ofMaxSize(25);
    }

    @Property(tries = 2_000)
    void anyHtmlBecomesWellFormedStorageFormat(@ForAll("html") List<String> snippets) {
        String html = String.join("", snippets);
        Publications.xml(Publications.storageFormat(Publications.page(Publications.html(html))));
        Publications.xml(Publications.storageFormat(Publications.reply(Publications.html(html))));
    }

    @Property(tries = 2_000)
    void anyTextBecomesWellFormedStorageFormat(@ForAll String text) {
        Publications.xml(Publications.storageFormat(Publications.page(Publications.text(text))));
        Publications.xml(Publications.storageFormat(Publications.reply(Publications.text(text))));
    }

    @Property(tries = 3_000)
    void trimmingTwiceChangesNothingAndNeverLeavesNothing(@ForAll("lines") List<String> text) {
        List<Line> lines = TextLines.of(String.join("\n", text));
        List<Part> parts = ReplySplit.parts(lines);
        List<Line> kept = IntStream.range(0, lines.size())
                .filter(i -> parts.get(i) == Part.VISIBLE)
                .mapToObj(lines::get)
                .toList();
        assertThat(ReplySplit.parts(kept)).allMatch(part -> part == Part.VISIBLE);
        boolean anyText = lines.stream().anyMatch(line -> !line.text().isBlank());
        assertThat(kept.stream().anyMatch(line -> !line.text().isBlank())).isEqualTo(anyText);
    }

    @Property(tries = 2_000)
    void visibleAndTrimmedTogetherAreTheWholeText(@ForAll("lines") List<String> text) {
        String whole = Publications.seen(
                Publications.storageFormat(Publications.page(Publications.text(String.join("\n", text)))));
        String reply = Publications.seen(
                Publications.storageFormat(Publications.reply(Publications.text(String.join("\n", text))))
                        .replace(Wording.english().trimmedContent(), ""));
        assertThat(letters(reply)).isEqualTo(letters(whole));
    }

    @Property(tries = 1_000)
    void damagedMailNeverStopsUs(@ForAll int seed) throws IOException {
        List<Path> mails = ReplyFixture.all().stream().map(ReplyFixture::mail).toList();
        java.util.Random random = new java.util.Random(seed);
        byte[] raw = Files.readAllBytes(mails.get(random.nextInt(mails.size())));
        for (int i = 0; i < 20; i++) {
            raw[random.nextInt(raw.length)] = (byte) random.nextInt(256);
        }
        Publications.xml(Publications.storageFormat(Publications.reply(Publications.read(raw))));
    }

    /** Order apart: what is cut from the top moves below. */
    private static String letters(String text) {
        return text.chars()
                .filter(Character::isLetterOrDigit)
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
