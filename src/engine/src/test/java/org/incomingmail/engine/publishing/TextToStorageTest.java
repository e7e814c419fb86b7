package org.incomingmail.engine.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import org.incomingmail.engine.message.Mails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain text as a page: what its author drew with characters becomes what it stands for. */
class TextToStorageTest {
    private static String page(String text) {
        String storage = Publications.storageFormat(Publications.page(Publications.text(text)));
        Publications.xml(storage);
        return storage;
    }

    @Test
    void bulletsAndNumbersAreLists() {
        assertThat(page("Bring:\n- bread\n- wine,\n  red\n\n1. come\n2. eat\n3. go\nBye"))
                .isEqualTo("<p>Bring:</p><ul><li>bread</li><li>wine,<br />red</li></ul>"
                        + "<ol><li>come</li><li>eat</li><li>go</li></ol><p>Bye</p>");
    }

    @Test
    void emptyLinesBetweenEntriesDoNotEndAList() {
        assertThat(page("* one\n\n* two\n\nEnd")).isEqualTo("<ul><li>one</li><li>two</li></ul><p>End</p>");
    }

    @Test
    void listsInsideOfQuotationsStayInside() {
        assertThat(page("I say:\n> - one\n> - two\nYes"))
                .isEqualTo("<p>I say:</p><blockquote><ul><li>one</li><li>two</li></ul></blockquote><p>Yes</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- only one line of this kind",
                "3. March is too late\n4. April as well",
                "1. March is a date\nand this is text",
                "-not a list\n-not one either",
                "2 - 1 = 1\n3 - 1 = 2"
            })
    void whatMayBeSomethingElseStaysText(String text) {
        assertThat(page(text))
                .doesNotContain("<ul>", "<ol>")
                .contains(text.lines().findFirst().orElseThrow());
    }

    @Test
    void columnsMadeWithBlanksKeepTheirPlace() {
        String table = "name      qty   price\napples    10    2.00\npears     3     1.50";
        assertThat(page("Prices:\n" + table + "\n\nfine"))
                .isEqualTo("<p>Prices:</p><pre>" + table + "</pre><p>fine</p>");
    }

    @Test
    void twoBlanksBehindAFullStopAreNoTable() {
        assertThat(page("This is one.  And two.\nThis is one.  And two.")).doesNotContain("<pre>");
    }

    @Test
    void encryptedMailSaysSo() {
        String raw = "From: ann@example.com\r\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data; "
                + "name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIB\r\n";
        assertThat(Publications.storageFormat(Publications.page(Mails.read(raw))))
                .startsWith("<p><em>" + Wording.english().encrypted() + "</em></p>")
                .contains("smime.p7m");
    }
}
