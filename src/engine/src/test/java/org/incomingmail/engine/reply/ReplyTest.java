package org.incomingmail.engine.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplyTest {
    @Test
    void plainTextIsSplitInThree() {
        Reply reply =
                Reply.ofText("Yes.\n\n-- \nAnn\n\nOn Mon, Nov 23, 2026 at 9:15 AM Bob <b@x.y> wrote:\n> Shall we?\n");
        assertThat(reply.visible()).isEqualTo("Yes.");
        assertThat(reply.signature()).isEqualTo("-- \nAnn");
        assertThat(reply.trimmed()).isEqualTo("On Mon, Nov 23, 2026 at 9:15 AM Bob <b@x.y> wrote:\n> Shall we?");
    }

    @Test
    void htmlIsSplitInThreeAndReadAsText() {
        Reply reply = Reply.ofHtml("<p>Yes:</p><ol><li>one<li>two</ol><p>Fine.</p><div class=gmail_signature>Ann</div>"
                + "<div class=gmail_quote><div class=gmail_attr>On Monday Bob wrote:</div>"
                + "<blockquote class=gmail_quote><p>Shall we?</p><p>And when?</p></blockquote></div>");
        assertThat(reply.visible()).isEqualTo("Yes:\n\n1. one\n2. two\n\nFine.");
        assertThat(reply.signature()).isEqualTo("Ann");
        assertThat(reply.trimmed()).isEqualTo("On Monday Bob wrote:\n>\n> Shall we?\n>\n> And when?");
    }

    @Test
    void textThatIsOnlyQuotedStaysVisible() {
        assertThat(Reply.ofText("> Shall we?").visible()).isEqualTo("> Shall we?");
    }
}
