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
                "Tue, 24 Nov 2026 10:00:00 +01:00|2026-11-24T09:00:00Z",
                "Tue, 24 Nov 2026 10:00:00 GMT+0100|2026-11-24T09:00:00Z",
                "Tue, 24 Nov 2026 10:00:00 UT|2026-11-24T10:00:00Z",
                "Tue, 24 Nov 2026 10:00:00 Z|2026-11-24T10:00:00Z",
                "Tue, 24 Nov 2026 10.00.00 +0100|2026-11-24T09:00:00Z",
                "Tue, 24 Nov 2026 10:00:00 -500|2026-11-24T15:00:00Z",
                "Tue, 24 Nov 2026 10:00:00 +9999|2026-11-24T10:00:00Z",
                "2026-11-24 10:00:00 +0900|2026-11-24T01:00:00Z",
                "2026-11-24T10:00:00Z|2026-11-24T10:00:00Z",
                "2026-11-24T10:00:00.123+09:00|2026-11-24T01:00:00Z",
                "Tue, 24 Nov 2026 1:2:3 +0000|2026-11-24T01:02:03Z",
                "Tue, 24 Nov 2026 10:00:00 PM +0000|2026-11-24T22:00:00Z",
                "Tue, 24 Nov 102 10:00:00 +0000|2002-11-24T10:00:00Z",
                "Tue, 24 Nov 2026 10:00:00 +0000 (a (nested) comment)|2026-11-24T10:00:00Z",
                "Mon, 31 Nov 2026 10:00:00 +0000|2026-11-30T10:00:00Z",
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

    @Test
    void aDateThatNobodyCanReadIsTakenFromReceived() {
        assertThat(Mails.read("Received: by x; Tue, 24 Nov 2026 10:00:00 +0000\r\nDate: gestern\r\n\r\n")
                        .date())
                .contains(Instant.parse("2026-11-24T10:00:00Z"));
        assertThat(Mails.read("Date: Tue, 24 Nov 2026 25:99:00 +0000\r\n\r\n").date())
                .isEmpty();
    }

    private static List<String> from(String value) {
        return Mails.read("From: " + value + "\r\n\r\n").from().stream()
                .map(address -> address.name() + "|" + address.address())
                .toList();
    }

    @Test
    void sendersInEveryWrongShape() {
        assertThat(from("Ann Example ann@example.com")).containsExactly("Ann Example|ann@example.com");
        assertThat(from("ann@example.com bob@example.com")).containsExactly("|ann@example.com", "|bob@example.com");
        assertThat(from("Ann <ann@example.com> Bob <bob@example.com>"))
                .containsExactly("Ann|ann@example.com", "Bob|bob@example.com");
        assertThat(from("ann @ example.com")).containsExactly("|ann@example.com");
        assertThat(from("Ann <mailto:ann@example.com>")).containsExactly("Ann|ann@example.com");
        assertThat(from("Ann <ann(work)@example.com>")).containsExactly("Ann|ann@example.com");
        assertThat(from("ann@example.com (Ann (the first\\) Example))"))
                .containsExactly("Ann (the first) Example)|ann@example.com");
        assertThat(from("<\"a>b@c\"@example.com>")).containsExactly("|\"a>b@c\"@example.com");
        assertThat(from("\"Ann <x>\" <ann@example.com>")).containsExactly("Ann <x>|ann@example.com");
        assertThat(from("ann@[IPv6:2001:db8::1]")).containsExactly("|ann@[IPv6:2001:db8::1]");
        assertThat(from("Ann <ann@example.com")).containsExactly("Ann|ann@example.com");
        assertThat(from("\"Ann <ann@example.com>")).containsExactly("Ann|ann@example.com");
        assertThat(from("undisclosed-recipients:;")).isEmpty();
        assertThat(from("<>")).isEmpty();
        assertThat(from("")).isEmpty();
        assertThat(from("=?utf-8?Q?J=C3=B6rg?= =?utf-8?Q?_M?= <j@example.com>"))
                .containsExactly("Jörg M|j@example.com");
        assertThat(from("\"=?utf-8?Q?J=C3=B6rg?=\" <j@example.com>")).containsExactly("Jörg|j@example.com");
    }

    @Test
    void addressesInUnicodeAreRead() {
        assertThat(from("Jörg <jörg@müller.example>")).containsExactly("Jörg|jörg@müller.example");
        assertThat(from("用户@例子.广告")).containsExactly("|用户@例子.广告");
        assertThat(from("x@xn--mller-kva.example")).containsExactly("|x@xn--mller-kva.example");
    }

    @Test
    void oneAddressIsFoundHoweverItsDomainIsSpelt() {
        assertThat(MailAddress.spellings("ann@xn--mnchen-3ya.example"))
                .containsExactly("ann@xn--mnchen-3ya.example", "ann@münchen.example");
        assertThat(MailAddress.spellings("ann@München.example")).contains("ann@xn--mnchen-3ya.example");
        assertThat(MailAddress.spellings("ann@example.com")).containsExactly("ann@example.com");
    }

    @Test
    void theSameSenderTwiceIsOneSender() {
        assertThat(Mails.read("From: Ann <ann@example.com>\r\nFrom: ann@EXAMPLE.com\r\n\r\n")
                        .from())
                .containsExactly(new MailAddress("Ann", "ann@example.com"));
        assertThat(Mails.read("From: ann@example.com\r\nFrom: bob@example.com\r\n\r\n")
                        .from())
                .hasSize(2);
    }

    @Test
    void emptyAndRepeatedHeaders() {
        IncomingMessage message = Mails.read("Subject:\r\nSubject: second\r\nTo:\r\nTo: a@example.com\r\n"
                + "Subject: third\r\nX-Envelope-To:\r\nMessage-ID:\r\nMessage-ID: <a@b>\r\n\r\n");
        assertThat(message.subject()).isEqualTo("second");
        assertThat(message.recipients()).extracting(MailAddress::address).containsExactly("a@example.com");
        assertThat(message.messageId()).contains("<a@b>");
    }

    @Test
    void headersThatAreNoneDoNotHideTheOthers() {
        IncomingMessage mbox = Mails.read("From ann Tue Nov 24 10:00:00 2026\r\nFrom: a@example.com\r\n\r\nx");
        assertThat(mbox.from()).hasSize(1);
        assertThat(mbox.text()).contains("x");
        IncomingMessage brokenFold =
                Mails.read("Subject: a subject that\r\nwas broken\r\nFrom: a@example.com\r\n\r\nx");
        assertThat(brokenFold.subject()).isEqualTo("a subject that was broken");
        assertThat(brokenFold.from()).hasSize(1);
        IncomingMessage noSeparator = Mails.read("From: a@example.com\r\nHello world,\r\nhow are you?\r\n");
        assertThat(noSeparator.text()).contains("Hello world,\nhow are you?\n");
        IncomingMessage spaced = Mails.read("Subject : spaced\r\nFROM\t: a@example.com\r\n\r\nx");
        assertThat(spaced.subject()).isEqualTo("spaced");
        assertThat(spaced.from()).hasSize(1);
        assertThat(Mails.read("Subject: lf\nFrom: a@example.com\n\nx\n").text()).contains("x\n");
        assertThat(Mails.read("Subject: a\u0000b\r\n\r\nx").subject()).isEqualTo("ab");
    }

    @Test
    void encodedWordsInEveryWrongShape() {
        assertThat(subject("=?utf-8?B?5pel5pys?==?utf-8?B?6Kqe?=")).isEqualTo("日本語");
        assertThat(subject("=?utf-8?Q?a b?=")).isEqualTo("a b");
        assertThat(subject("=?utf-8?B?5pel5pys6Kqe=?=")).isEqualTo("日本語");
        assertThat(subject("=?utf-8?B?5pel\r\n 5pys6Kqe?=")).isEqualTo("日本語");
        assertThat(subject("=?UTF-8?Q?=E6=97=A5=E6?=\r\n =?UTF-8?Q?=9C=AC?=")).isEqualTo("日本");
        assertThat(subject("=?utf-8?B?5pel5g==?= =?utf-8?Q?=9C=AC?=")).isEqualTo("日本");
        assertThat(subject("=?iso-2022-jp?B?GyRCMnE1RBsoQg==?=\r\n =?iso-2022-jp?B?GyRCJE43bxsoQg==?="))
                .isEqualTo("会議の件");
        assertThat(subject("=?iso-2022-jp?B?GyRCMnE=?=\r\n =?iso-2022-jp?B?NUQbKEI=?="))
                .isEqualTo("会議");
        assertThat(subject("=?utf-8?q?caf=c3=a9?=")).isEqualTo("café");
        assertThat(subject("=?iso-8859-1?Q?=93x=94?=")).isEqualTo("“x”");
        assertThat(subject("=?utf-8?Q?=?=")).isEqualTo("=");
        assertThat(subject("=?utf-8?B??= x")).isEqualTo("x");
        assertThat(subject("=?utf-8?Q?line=0D=0ABcc:_x?=")).isEqualTo("lineBcc: x");
        assertThat(subject("Re: =?utf-8?Q?=F0=9F=98?= =?utf-8?Q?=80?= ok")).isEqualTo("Re: 😀 ok");
    }
}
