package org.incomingmail.engine.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.incomingmail.engine.reply.ReplyFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The comment that comes of a reply: what its author wrote, and the rest behind a title to click on. */
class ReplyStorageTest {
    private static final String EXPAND = "<ac:structured-macro ac:name=\"expand\">";
    private static final String TITLE =
            "<ac:parameter ac:name=\"title\">" + Wording.english().trimmedContent() + "</ac:parameter>";

    static List<ReplyFixture> replies() {
        return ReplyFixture.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("replies")
    void theCommentShowsTheReplyAndKeepsTheRestBehindATitle(ReplyFixture fixture) {
        String storage = Publications.storageFormat(Publications.reply(fixture.message()));
        Publications.xml(storage);
        int cut = storage.lastIndexOf(EXPAND);
        String shown = cut < 0 ? storage : storage.substring(0, cut);
        String behind = cut < 0 ? "" : storage.substring(cut).replace(TITLE, "");
        assertThat(letters(Publications.seen(shown), storage))
                .as("%s: shown in the comment%n%s", fixture.name(), storage)
                .isEqualTo(letters(fixture.expected().visible(), storage));
        assertThat(sorted(letters(Publications.seen(behind), storage)))
                .as("%s: kept behind the title%n%s", fixture.name(), storage)
                .isEqualTo(sorted(letters(
                        fixture.expected().trimmed() + fixture.expected().signature(), storage)));
    }

    @Test
    void whatIsVisibleAndWhatIsTrimmedKeepTheirForm() {
        String storage = Publications.storageFormat(
                Publications.reply(
                        Publications.html(
                                "<div dir=ltr>Yes, <b>do it</b>:<ul><li>one</li><li><a href='https://example.com/'>two</a></li></ul></div>"
                                        + "<div class=gmail_quote><div class=gmail_attr>On Monday Bob wrote:</div>"
                                        + "<blockquote class=gmail_quote>Shall <i>we</i>?<table><tr><th>when</th><th>where</th></tr><tr><td>now</td><td>here</td></tr></table></blockquote></div>")));
        int cut = storage.indexOf(EXPAND);
        assertThat(storage.substring(0, cut))
                .contains("<strong>do it</strong>")
                .contains("<li>one</li>")
                .contains("<a href=\"https://example.com/\">two</a>");
        assertThat(storage.substring(cut))
                .contains(TITLE)
                .contains("<blockquote>")
                .contains("<em>we</em>")
                .contains("<table>");
    }

    /** Without the numbers of lists, which are markup in the comment; a date may begin a line just so. */
    private static String letters(String text, String storage) {
        String unnumbered = storage.contains("<ol>") ? text.replaceAll("(?m)^[> ]*\\d+[.)] ", "") : text;
        return unnumbered.replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    /** Signatures stand between what is trimmed, in the order of the message. */
    private static String sorted(String text) {
        return text.chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
