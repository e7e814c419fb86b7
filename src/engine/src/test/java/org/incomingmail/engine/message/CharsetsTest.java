package org.incomingmail.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iso-2022-jp|x-windows-iso2022jp|①髙橋 ｶﾅ 会議",
                "none|x-windows-iso2022jp|本日の会議について",
                "us-ascii|x-windows-iso2022jp|本日の会議について",
                "utf-8|x-windows-iso2022jp|本日の会議について",
                "iso-2022-jp|utf-8|本日の会議について",
                "shift_jis|windows-31j|①髙橋の会議",
                "euc-jp|euc-jp|会議の件",
                "gb2312|gb18030|会议朱镕基",
                "gbk|gb18030|会议€",
                "big5|big5|會議",
                "ks_c_5601-1987|x-windows-949|회의 똠방각하",
                "iso-8859-1|windows-1252|“Quotes” – and €",
                "windows-1252|utf-8|Grüße",
                "iso-8859-1|utf-8|日本語",
                "utf-8|windows-1252|Grüße aus Köln",
                "none|utf-8|Grüße 😀",
                "none|windows-1252|Grüße",
                "none|windows-31j|本日の会議についてお知らせします",
                "unknown-8bit|utf-8|Grüße",
                "x-does-not-exist|utf-8|Grüße",
                "utf-8*fr|utf-8|déjà",
                "koi8-r|koi8-r|Привет мир",
                "windows-1251|windows-1251|Привет",
                "iso-8859-8-i|iso-8859-8|שלום",
                "tis-620|x-windows-874|สวัสดี",
            })
    void textIsReadWhateverTheLabelSays(String label, String written, String text) {
        String type = label.equals("none") ? "text/plain" : "text/plain; charset=\"" + label + "\"";
        assertThat(Mails.labelled(type, text, written).text()).contains(text);
    }

    @Test
    void repairsAreNoted() {
        assertThat(Mails.labelled("text/plain; charset=iso-8859-1", "日本語", "utf-8")
                        .notes())
                .extracting(Note::kind)
                .contains(Note.Kind.CHARSET_REPAIRED);
    }

    @Test
    void htmlWithoutLabelIsReadAsItsMetaElementSays() {
        String html = "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'><p>Привет</p>";
        assertThat(Mails.labelled("text/html", html, "windows-1251").html()).contains(html);
    }

    @Test
    void nulCharactersVanish() {
        assertThat(Mails.read("Content-Type: text/plain\r\n\r\na\u0000b").text())
                .contains("ab");
    }
}
