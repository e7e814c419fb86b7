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
                "shift_jis|utf-8|こんにちは、会議の件です",
                "gb2312|utf-8|今天的会议记录",
                "gbk|utf-8|会议",
                "euc-kr|utf-8|회의록을 보냅니다",
                "big5|utf-8|會議記錄",
                "iso-2022-jp|windows-31j|本日の会議についてお知らせします。よろしくお願いします。",
                "euc-jp|windows-31j|本日の会議についてお知らせします。よろしくお願いします。",
                "utf-8|windows-31j|本日の会議についてお知らせします。よろしくお願いします。",
                "utf-8|gb18030|今天的会议记录已经发给大家了，请查收。",
                "utf-8|big5|今天的會議記錄已經發給大家了，請查收。",
                "none|euc-kr|오늘 회의록을 보내 드립니다. 확인해 주세요.",
                "none|euc-jp|本日の会議についてお知らせします。よろしくお願いします。",
                "none|gb18030|今天的会议记录已经发给大家了，请查收。",
                "none|windows-1251|Добрый день, высылаю протокол совещания.",
                "none|koi8-r|Добрый день, высылаю протокол совещания.",
                "gb2312|gb18030|联通",
                "gb2312|gb18030|镕㐀𠀀",
                "ks_c_5601|x-windows-949|똠방각하 펲시콜라",
                "utf-16|utf-16|本日の会議",
                "utf-8|utf-16le|Agenda of the meeting",
                "none|utf-16be|Agenda of the meeting",
                "cp50220|x-windows-iso2022jp|①㈱髙橋",
                "cp50221|x-windows-iso2022jp|ｶﾅ",
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

    private static java.util.List<String> repairs(String label, String text, String written) {
        return Mails.labelled("text/plain; charset=" + label, text, written).notes().stream()
                .filter(note -> note.kind() == Note.Kind.CHARSET_REPAIRED)
                .map(Note::detail)
                .toList();
    }

    @Test
    void aSupersetIsARepairOnlyWhereItMadeADifference() {
        assertThat(repairs("iso-8859-1", "Grüße", "windows-1252")).isEmpty();
        assertThat(repairs("iso-8859-1", "“Grüße” €", "windows-1252"))
                .containsExactly("text/plain: iso-8859-1 read as windows-1252");
        assertThat(repairs("shift_jis", "会議", "windows-31j")).isEmpty();
        assertThat(repairs("shift_jis", "①会議", "windows-31j"))
                .containsExactly("text/plain: shift_jis read as windows-31j");
        assertThat(repairs("iso-2022-jp", "会議", "iso-2022-jp")).isEmpty();
        assertThat(repairs("iso-2022-jp", "髙①", "x-windows-iso2022jp")).hasSize(1);
        assertThat(repairs("gb2312", "会议", "gb2312")).isEmpty();
        assertThat(repairs("gb2312", "镕", "gb18030")).containsExactly("text/plain: gb2312 read as GB18030");
        assertThat(repairs("utf-8", "会議", "utf-8")).isEmpty();
        assertThat(repairs("us-ascii", "plain", "us-ascii")).isEmpty();
        assertThat(repairs("gb2312", "今天的会议记录", "utf-8")).containsExactly("text/plain: gb2312 read as UTF-8");
    }

    @Test
    void headersAreRepairedLikeTextAndItIsSaid() {
        byte[] raw = "From: a@example.com\r\nSubject: Привет\r\nContent-Type: text/plain; charset=koi8-r\r\n\r\nx"
                .getBytes(java.nio.charset.Charset.forName("koi8-r"));
        IncomingMessage hinted = Mails.read(raw);
        assertThat(hinted.subject()).isEqualTo("Привет");
        assertThat(hinted.notes()).extracting(Note::detail).contains("Subject: no charset read as KOI8-R");
        IncomingMessage word = Mails.read("Subject: =?gb2312?B?5LuK5aSp55qE5Lya6K6u?=\r\n\r\nx");
        assertThat(word.subject()).isEqualTo("今天的会议");
        assertThat(word.notes()).extracting(Note::detail).contains("Subject: gb2312 read as UTF-8");
    }

    @Test
    void escapesThatARelayStrippedArePutBack() {
        String stripped = new String(
                        "本日の会議".getBytes(java.nio.charset.Charset.forName("iso-2022-jp")),
                        java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("\u001B", "");
        IncomingMessage message = Mails.labelled("text/plain; charset=iso-2022-jp", stripped, "us-ascii");
        assertThat(message.text()).contains("本日の会議");
        assertThat(Mails.labelled("text/plain; charset=iso-2022-jp", "costs $B and (B", "us-ascii")
                        .text())
                .contains("costs $B and (B");
    }

    @Test
    void utf7IsReadInPlainTextAndRefusedInHtml() {
        assertThat(Mails.labelled("text/plain; charset=utf-7", "Gr+APwA3w-e +- 1", "us-ascii")
                        .text())
                .contains("Grüße + 1");
        IncomingMessage html =
                Mails.labelled("text/html; charset=utf-7", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "us-ascii");
        assertThat(html.html()).contains("+ADw-script+AD4-alert(1)+ADw-/script+AD4-");
        assertThat(html.notes())
                .extracting(Note::detail)
                .contains("text/html: utf-7 refused in HTML, read as US-ASCII");
        assertThat(Mails.labelled("text/html", "<meta charset=utf-7>+ADw-script+AD4-", "us-ascii")
                        .html())
                .contains("<meta charset=utf-7>+ADw-script+AD4-");
    }

    @Test
    void labelsThatOnlyDecodeOrConfuseDoNoHarm() {
        for (String label : java.util.List.of(
                "iso-2022-cn",
                "x-JISAutoDetect",
                "iso-2022-kr",
                "utf-32",
                "x-COMPOUND_TEXT",
                "cp037",
                "\"\"",
                "=",
                "é")) {
            assertThat(Mails.labelled("text/plain; charset=" + label, "Grüße", "utf-8")
                            .text()
                            .orElse(""))
                    .as(label)
                    .isNotEmpty();
            assertThat(Mails.labelled("text/plain; charset=" + label, "plain", "us-ascii")
                            .text())
                    .as(label)
                    .contains("plain");
        }
    }

    @Test
    void damagedUtf8StaysUtf8() {
        byte[] raw = "Content-Type: text/plain; charset=utf-8\r\n\r\n日本語日本語"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        raw[raw.length - 4] = 'x';
        assertThat(Mails.read(raw).text().orElse("")).startsWith("日本語日");
    }
}
