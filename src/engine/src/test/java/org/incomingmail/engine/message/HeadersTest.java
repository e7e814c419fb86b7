package org.incomingmail.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadersTest {

    private static String subject(String field) {
        return Mails.read("From: a@example.com\r\nSubject: " + field + "\r\n\r\nx")
                .subject();
    }

    @Test
    void encodedWordsSplitInsideACharacterAreJoined() {
        byte[] bytes = "議事録の件".getBytes(StandardCharsets.UTF_8);
        String first = Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(bytes, 4));
        String second = Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(bytes, 4, bytes.length));
        assertThat(subject("=?UTF-8?B?" + first + "?=\r\n =?utf-8?b?" + second + "?="))
                .isEqualTo("議事録の件");
    }

    @Test
    void encodedWordsOfManyCharsetsAndForms() {
        assertThat(subject("=?iso-8859-1?Q?Gr=FC=DFe_aus_K=F6ln?= x")).isEqualTo("Grüße aus Köln x");
        assertThat(subject("=?utf-8*fr?Q?d=C3=A9j=C3=A0?=")).isEqualTo("déjà");
        assertThat(subject("=?ISO-2022-JP?B?GyRCMnE1RBsoQg==?=")).isEqualTo("会議");
        assertThat(subject("=?utf-8?Q?a?= =?utf-8?Q?_b?=")).isEqualTo("a b");
        assertThat(subject("=?x-nonsense?Q?abc?=")).isEqualTo("abc");
        assertThat(subject("=?utf-8?B?broken")).isEqualTo("=?utf-8?B?broken");
        assertThat(subject("=?big5?B?t3zEsw==?=")).isEqualTo("會議");
    }

    @Test
    void rawEightBitHeadersAreRead() {
        assertThat(subject("Grüße 会議")).isEqualTo("Grüße 会議");
        byte[] latin = "From: a@example.com\r\nSubject: Grüße\r\n\r\nx".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Mails.read(latin).subject()).isEqualTo("Grüße");
        byte[] jis = "From: a@example.com\r\nSubject: 会議の件\r\n\r\nx".getBytes(Charset.forName("ISO-2022-JP"));
        assertThat(Mails.read(jis).subject()).isEqualTo("会議の件");
    }

    @Test
    void foldedHeadersAreUnfolded() {
        assertThat(subject("one\r\n two\r\n\tthree")).isEqualTo("one two\tthree");
    }

    @Test
    void addressesInEveryShape() {
        IncomingMessage message = Mails.read("From: =?utf-8?B?5bGx55Sw?= <yamada@example.jp>\r\n"
                + "To: Team: \"Doe, John\" <john@example.com>, (comment) ann@example.com;, \"a b\"@example.com\r\n"
                + "Cc: <@route.example:cc@example.com>, broken\r\n\r\n");
        assertThat(message.from()).containsExactly(new MailAddress("山田", "yamada@example.jp"));
        assertThat(message.recipients().stream().map(MailAddress::address))
                .containsExactly("john@example.com", "ann@example.com", "\"a b\"@example.com", "cc@example.com");
        assertThat(message.recipients().get(0).name()).isEqualTo("Doe, John");
    }

    @Test
    void nameAndAddressInOneEncodedWordAreFound() {
        String word = Base64.getEncoder().encodeToString("山田 <yamada@example.jp>".getBytes(StandardCharsets.UTF_8));
        assertThat(Mails.read("From: =?utf-8?B?" + word + "?=\r\n\r\n").from())
                .containsExactly(new MailAddress("山田", "yamada@example.jp"));
    }

    @Test
    void recipientsComeInTheOrderOfTheirWorth() {
        IncomingMessage message = Mails.read("Cc: cc@example.com\r\nX-Original-To: o@example.com\r\n"
                + "Received: from x by y for <r@example.com>; Tue, 24 Nov 2026 10:00:00 +0000\r\n"
                + "Delivered-To: d@example.com\r\nTo: t@example.com\r\n\r\n");
        assertThat(message.recipients().stream().map(MailAddress::address))
                .containsExactly("t@example.com", "d@example.com", "r@example.com", "o@example.com", "cc@example.com");
        assertThat(message.date()).contains(Instant.parse("2026-11-24T10:00:00Z"));
    }

    @Test
    void messageIdsOfExchangeAndPhones() {
        IncomingMessage message = Mails.read(
                "Message-ID:  <a@x>\r\nIn-Reply-To: text <b@x> more\r\nReferences: <c@x>,<d@x>\r\n <e@x>\r\n\r\n");
        assertThat(message.messageId()).contains("<a@x>");
        assertThat(message.inReplyTo()).isEqualTo(List.of("<b@x>"));
        assertThat(message.references()).containsExactly("<c@x>", "<d@x>", "<e@x>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 24 Nov 2026 10:00:00 +0100 (CET)|2026-11-24T09:00:00Z",
                "24 Nov 26 10:00 GMT|2026-11-24T10:00:00Z",
                "Tue Nov 24 10:00:00 2026|2026-11-24T10:00:00Z",
                "Wrongday, 24-Nov-2026 10:00:00 EST|2026-11-24T15:00:00Z",
                "Tue,24 November 2026 23:59:60 -0000|2026-11-24T23:59:59Z",
            })
    void datesAsTheyAreWritten(String written, Instant meant) {
        assertThat(Mails.read("Date: " + written + "\r\n\r\n").date()).contains(meant);
    }

    @Test
    void unreadableDatesAreNoted() {
        IncomingMessage message = Mails.read("Date: yesterday\r\n\r\n");
        assertThat(message.date()).isEmpty();
        assertThat(message.notes()).extracting(Note::kind).contains(Note.Kind.DATE_UNREADABLE);
    }
}
