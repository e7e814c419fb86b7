package org.incomingmail.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StructureTest {
    private static final String PNG =
            Base64.getEncoder().encodeToString("not really a png".getBytes(StandardCharsets.UTF_8));

    private static String part(String header, String body) {
        return "--b\r\n" + header + "\r\n\r\n" + body + "\r\n";
    }

    private static String multi(String kind, String... parts) {
        return "Content-Type: multipart/" + kind + "; boundary=b\r\n\r\n" + String.join("", parts) + "--b--\r\n";
    }

    private static String name(String disposition) {
        return Mails.read(multi(
                        "mixed",
                        part("Content-Type: text/plain", "x"),
                        part("Content-Type: application/pdf\r\n" + disposition, "y")))
                .attachments()
                .get(0)
                .name();
    }

    @Test
    void alternativeGivesTextAndHtml() {
        IncomingMessage message = Mails.read(multi(
                "alternative",
                part("Content-Type: text/plain", "plain"),
                part("Content-Type: text/html", "<b>rich</b>")));
        assertThat(message.text()).contains("plain");
        assertThat(message.html()).contains("<b>rich</b>");
        assertThat(message.attachments()).isEmpty();
    }

    @Test
    void inlineImagesAreKnownByContentIdWithoutDisposition() throws IOException {
        IncomingMessage message = Mails.read(multi(
                "related",
                part("Content-Type: text/html", "<img src='cid:logo@x'>"),
                part("Content-Type: image/png\r\nContent-ID: <logo@x>\r\nContent-Transfer-Encoding: base64", PNG)));
        IncomingAttachment image = message.attachments().get(0);
        assertThat(image.contentId()).contains("logo@x");
        assertThat(image.inline()).isTrue();
        assertThat(image.name()).isEqualTo("attachment-1.png");
        assertThat(image.size()).isEqualTo(16);
        try (InputStream bytes = image.open()) {
            assertThat(bytes.readAllBytes()).asString().isEqualTo("not really a png");
        }
    }

    @Test
    void imagesBetweenTextsKeepTheirPlace() {
        IncomingMessage message = Mails.read(multi(
                "mixed",
                part("Content-Type: text/plain", "above"),
                part(
                        "Content-Type: image/jpeg\r\nContent-Disposition: inline; filename=p.jpg\r\nContent-Transfer-Encoding: base64",
                        PNG),
                part("Content-Type: text/plain", "below")));
        assertThat(message.html().orElse("")).containsSubsequence("above", "<img src=\"cid:", "below");
    }

    @Test
    void fileNamesInEveryShape() {
        assertThat(name("Content-Disposition: attachment; filename=\"plain.pdf\""))
                .isEqualTo("plain.pdf");
        assertThat(name("Content-Disposition: attachment; filename*=UTF-8''%E8%AD%B0%E4%BA%8B.pdf"))
                .isEqualTo("議事.pdf");
        assertThat(name("Content-Disposition: attachment; filename*0*=utf-8''%E8%AD; filename*1*=%B0.pdf"))
                .isEqualTo("議.pdf");
        assertThat(name("Content-Disposition: attachment; filename*0=\"long \"; filename*1=\"name.pdf\""))
                .isEqualTo("long name.pdf");
        assertThat(name("Content-Disposition: attachment; filename=\"=?utf-8?B?6K2w5LqLLnBkZg==?=\""))
                .isEqualTo("議事.pdf");
        assertThat(name("Content-Disposition: attachment; filename=\"a;b.pdf\""))
                .isEqualTo("a;b.pdf");
        assertThat(name("Content-Disposition: attachment")).isEqualTo("attachment-1.pdf");
    }

    @Test
    void forwardedMailIsAFileNamedByItsSubject() {
        IncomingMessage message = Mails.read(multi(
                "mixed",
                part("Content-Type: text/plain", "see"),
                part(
                        "Content-Type: message/rfc822",
                        "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\nFrom: b@example.com\r\n\r\ninner")));
        assertThat(message.text()).contains("see");
        assertThat(message.attachments()).extracting(IncomingAttachment::name).containsExactly("Grüße.eml");
    }

    @Test
    void flowedTextIsJoinedAndQuotesStayQuotes() {
        assertThat(Mails.read(
                                "Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n日本 \r\n語\r\n> a \r\n> b\r\n-- \r\nAnn")
                        .text())
                .contains("日本語\n> ab\n-- \nAnn");
    }

    @Test
    void damagedMailIsReadAsFarAsItGoes() {
        assertThat(Mails.read("").text()).contains("");
        assertThat(Mails.read("no header at all").subject()).isEmpty();
        assertThat(Mails.read("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\ncut o")
                        .text()
                        .orElse(""))
                .contains("cut o");
        assertThat(Mails.read("Subject: x\r\nContent-Type: multipart/mixed\r\n\r\nno boundary")
                        .subject())
                .isEqualTo("x");
    }

    @Test
    void aHeaderBeyondTheLimitsIsNotedAndTheRestIsRead() {
        assertThat(Mails.read("From: a@example.com\r\nX-Long: " + "x".repeat(600_000) + "\r\n\r\nhi")
                        .from())
                .hasSize(1);
        assertThat(Mails.read("From: a@example.com\r\n" + "X: y\r\n".repeat(5_000) + "\r\nhi")
                        .notes())
                .extracting(Note::kind)
                .contains(Note.Kind.STRUCTURE_REPAIRED);
        assertThat(Mails.read("From: a@example.com\r\n" + "X: y\r\n".repeat(5_000) + "\r\nhi")
                        .text())
                .contains("hi");
    }

    @Test
    void limitsHold() {
        ReadingLimits tight = new ReadingLimits(1_000, 50, 20, 3, 100);
        IncomingMessage longText = Mails.read(
                ("Content-Type: text/plain\r\n\r\n" + "x".repeat(500)).getBytes(StandardCharsets.UTF_8), tight);
        assertThat(longText.text().orElse("")).hasSize(100);
        assertThat(longText.attachments()).extracting(IncomingAttachment::size).containsExactly(500L);
        IncomingMessage many =
                Mails.read(multi("mixed", part("", "x").repeat(100)).getBytes(StandardCharsets.UTF_8), tight);
        assertThat(many.notes()).extracting(Note::kind).contains(Note.Kind.TOO_MANY_PARTS);
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b")
                    .append(1000 + i)
                    .append("\r\n\r\n--b")
                    .append(1000 + i)
                    .append("\r\n");
        }
        IncomingMessage deep =
                Mails.read((nested + "\r\ntext").getBytes(StandardCharsets.UTF_8), ReadingLimits.defaults());
        assertThat(deep.notes()).extracting(Note::kind).contains(Note.Kind.NESTED_TOO_DEEP);
        assertThat(deep.attachments()).hasSize(1);
    }

    @Test
    void largeAttachmentsStreamFromTheFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("large.eml");
        String line = "QUJD".repeat(19) + "\r\n";
        try (var out = Files.newBufferedWriter(file)) {
            out.write(
                    "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhi\r\n--b\r\nContent-Type: application/zip\r\n"
                            + "Content-Disposition: attachment; filename=l.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n");
            for (int i = 0; i < 200_000; i++) {
                out.write(line);
            }
            out.write("--b--\r\n");
        }
        IncomingMessage message = new MessageReader().read(file);
        assertThat(message.text()).contains("hi");
        assertThat(message.attachments().get(0).size()).isEqualTo(200_000L * 57);
    }

    @Test
    void aBoundaryThatBeginsLikeAnotherIsAnother() {
        String inner = "Content-Type: multipart/alternative; boundary=bb\r\n\r\n--bb\r\n\r\nplain\r\n"
                + "--bb\r\nContent-Type: text/html\r\n\r\n<p>rich</p>\r\n--bb--\r\n";
        IncomingMessage message = Mails.read("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + inner
                + "--b\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\nx\r\n--b--\r\n");
        assertThat(message.text()).contains("plain");
        assertThat(message.html()).contains("<p>rich</p>");
        assertThat(message.attachments()).extracting(IncomingAttachment::name).containsExactly("a.pdf");
        String outerLonger = Mails.read("Content-Type: multipart/mixed; boundary=bb\r\n\r\n--bb\r\n"
                        + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\nplain\r\n--b--\r\n"
                        + "--bb\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\nx\r\n--bb--\r\n")
                .attachments()
                .get(0)
                .name();
        assertThat(outerLonger).isEqualTo("a.pdf");
    }

    @Test
    void everyNestingGivesTextHtmlAndFiles() {
        IncomingMessage apple = Mails.read("Content-Type: multipart/alternative; boundary=a\r\n\r\n"
                + "--a\r\nContent-Type: text/plain\r\n\r\nplain\r\n"
                + "--a\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n"
                + "--m\r\nContent-Type: text/html\r\n\r\n<p>one</p>\r\n"
                + "--m\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Disposition: inline; filename=a.pdf\r\n\r\nx\r\n"
                + "--m\r\nContent-Type: text/html\r\n\r\n<p>two</p>\r\n--m--\r\n--a--\r\n");
        assertThat(apple.text()).contains("plain");
        assertThat(apple.html().orElse("")).containsSubsequence("one", "two");
        assertThat(apple.attachments()).hasSize(1);
        IncomingMessage outlook = Mails.read("Content-Type: multipart/related; boundary=r\r\n\r\n"
                + "--r\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n"
                + "--a\r\nContent-Type: text/plain\r\n\r\nplain\r\n--a\r\nContent-Type: text/html\r\n\r\n<p>rich</p>\r\n--a--\r\n"
                + "--r\r\nContent-Type: image/gif\r\nContent-Location: logo.gif\r\n\r\nx\r\n--r--\r\n");
        assertThat(outlook.html()).contains("<p>rich</p>");
        assertThat(outlook.attachments().get(0).contentLocation()).contains("logo.gif");
    }

    @Test
    void aNamedTextThatComesFirstIsTheMessageAndOneBehindItIsAFile() {
        IncomingMessage message = Mails.read(multi(
                "mixed",
                part(
                        "Content-Type: text/plain; name=body.txt\r\nContent-Disposition: inline; filename=body.txt",
                        "hello"),
                part(
                        "Content-Type: text/plain; name=ATT1.txt\r\nContent-Disposition: inline; filename=ATT1.txt",
                        "log")));
        assertThat(message.text()).contains("hello");
        assertThat(message.attachments()).extracting(IncomingAttachment::name).containsExactly("ATT1.txt");
    }

    @Test
    void signedAndEncryptedMailIsSaidToBe() {
        assertThat(notes("Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=b\r\n\r\n"
                        + part("Content-Type: text/plain", "hi")
                        + part("Content-Type: application/pkcs7-signature; name=smime.p7s", "x") + "--b--"))
                .containsExactly(new Note(Note.Kind.SIGNED, "S/MIME"));
        assertThat(notes("Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=b\r\n\r\n"
                        + part("Content-Type: text/plain", "hi") + "--b--"))
                .containsExactly(new Note(Note.Kind.SIGNED, "PGP"));
        assertThat(notes("Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\r\n\r\n"
                        + part("Content-Type: application/pgp-encrypted", "Version: 1") + "--b--"))
                .containsExactly(new Note(Note.Kind.ENCRYPTED, "PGP"));
        assertThat(notes("Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\n\r\nx"))
                .containsExactly(new Note(Note.Kind.ENCRYPTED, "S/MIME"));
        assertThat(notes("Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\n\r\nx"))
                .containsExactly(new Note(Note.Kind.SIGNED, "S/MIME"));
        assertThat(notes("\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nabc\r\n-----END PGP MESSAGE-----\r\n"))
                .containsExactly(new Note(Note.Kind.ENCRYPTED, "PGP"));
        assertThat(notes("\r\n-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nabc\r\n"))
                .containsExactly(new Note(Note.Kind.SIGNED, "PGP"));
    }

    private static java.util.List<Note> notes(String raw) {
        return Mails.read(raw).notes();
    }

    private static String opened(IncomingAttachment attachment) {
        try (InputStream bytes = attachment.open()) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void calendarsAreFiles() {
        IncomingMessage message = Mails.read(multi(
                "alternative",
                part("Content-Type: text/plain", "Meeting"),
                part("Content-Type: text/calendar; method=REQUEST", "BEGIN:VCALENDAR")));
        assertThat(message.text()).contains("Meeting");
        assertThat(message.attachments()).extracting(IncomingAttachment::name).containsExactly("invite.ics");
    }

    @Test
    void filesInTheTextAreTakenOut() {
        String uu = "begin 644 hello.txt\r\n-:&5L;&\\L('=O<FQD(0``\r\n`\r\nend\r\n";
        IncomingMessage message = Mails.read("Content-Type: text/plain\r\n\r\nabove\r\n" + uu + "below\r\n");
        assertThat(message.text()).contains("above\nbelow\n");
        assertThat(message.attachments()).extracting(IncomingAttachment::name).containsExactly("hello.txt");
        assertThat(opened(message.attachments().get(0))).isEqualTo("hello, world!");
        assertThat(message.attachments().get(0).size()).isEqualTo(13);
        byte[] yEnc = "\r\nx\r\n=ybegin line=128 size=3 name=a b.bin\r\n\u008b\u008c=n\r\n=yend size=3\r\ny\r\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        IncomingMessage binary = Mails.read(yEnc);
        assertThat(binary.text()).contains("x\ny\n");
        assertThat(binary.attachments().get(0).name()).isEqualTo("a b.bin");
        assertThat(opened(binary.attachments().get(0))).isEqualTo("ab\u0004");
        assertThat(Mails.read("\r\nbegin 644 words\r\nthis is only text\r\nend\r\n")
                        .attachments())
                .isEmpty();
        assertThat(Mails.read("\r\nbegin 2026 with it\r\n").text()).contains("begin 2026 with it\n");
    }

    @Test
    void uuencodeAsTransferEncoding() {
        IncomingAttachment file = Mails.read(multi(
                        "mixed",
                        part("Content-Type: text/plain", "x"),
                        part(
                                "Content-Type: application/octet-stream; name=h.txt\r\nContent-Transfer-Encoding: x-uuencode",
                                "begin 644 h.txt\r\n-:&5L;&\\L('=O<FQD(0``\r\n`\r\nend")))
                .attachments()
                .get(0);
        assertThat(opened(file)).isEqualTo("hello, world!");
    }

    @Test
    void truncatedAndPartialMailGivesWhatIsThere() {
        IncomingMessage cut = Mails.read("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhello\r\n"
                + "--b\r\nContent-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\nQUJDRE");
        assertThat(cut.text()).contains("hello");
        assertThat(opened(cut.attachments().get(0))).startsWith("ABC");
        assertThat(cut.notes()).extracting(Note::kind).contains(Note.Kind.TRUNCATED);
        IncomingMessage inHeader = Mails.read(
                "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhello\r\n--b\r\nContent-Type: image/png; na");
        assertThat(inHeader.text()).contains("hello");
        assertThat(Mails.read("Content-Transfer-Encoding: quoted-printable\r\n\r\na=C3=A4=C")
                        .text()
                        .orElse(""))
                .startsWith("aä");
        IncomingMessage partial =
                Mails.read("Content-Type: message/partial; id=\"x\"; number=2; total=3\r\n\r\nmiddle");
        assertThat(partial.notes()).contains(new Note(Note.Kind.PARTIAL, "2"));
        assertThat(partial.attachments()).hasSize(1);
    }

    @Test
    void missingAndWrongBoundaries() {
        IncomingMessage unnamed = Mails.read("Content-Type: multipart/mixed\r\n\r\n--=_part_1\r\n\r\nhello\r\n"
                + "--=_part_1\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\nx\r\n--=_part_1--\r\n");
        assertThat(unnamed.text()).contains("hello");
        assertThat(unnamed.attachments()).hasSize(1);
        assertThat(Mails.read("Content-Type: multipart/mixed; boundary=nowhere\r\n\r\nonly text\r\n")
                        .text())
                .contains("only text\n");
        assertThat(Mails.read("Content-Type: multipart/mixed; boundary=b\r\n--b\r\n\r\nhello\r\n--b--")
                        .text())
                .contains("hello");
        assertThat(Mails.read(
                                "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n--b--")
                        .text())
                .contains("");
        IncomingMessage unclosed = Mails.read("Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\n"
                + "Content-Type: multipart/alternative; boundary=i\r\n\r\n--i\r\n\r\nplain\r\n"
                + "--o\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\nx\r\n--o--\r\n");
        assertThat(unclosed.text()).contains("plain");
        assertThat(unclosed.attachments()).extracting(IncomingAttachment::size).containsExactly(1L);
        IncomingMessage same = Mails.read("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\nplain\r\n--b--\r\n"
                + "--b\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\nx\r\n--b--\r\n");
        assertThat(same.text()).contains("plain");
        assertThat(same.attachments()).hasSize(1);
    }

    @Test
    void wrongFileNames() {
        assertThat(name("Content-Disposition: attachment; filename*=UTF-8''a%20b.pdf; filename=\"c.pdf\""))
                .isEqualTo("a b.pdf");
        assertThat(name("Content-Disposition: attachment; filename=my report.pdf"))
                .isEqualTo("my report.pdf");
        assertThat(name("Content-Disposition: attachment; filename=\"the \"big\" one.pdf\"; size=3"))
                .isEqualTo("the \"big\" one.pdf");
        assertThat(name("Content-Disposition: attachment filename=\"x.pdf\"")).isEqualTo("x.pdf");
        assertThat(name("Content-Disposition: filename=x.pdf")).isEqualTo("x.pdf");
        assertThat(name("Content-Disposition: attachment; filename = \"x.pdf\" ;"))
                .isEqualTo("x.pdf");
        assertThat(name("Content-Disposition: attachment; filename=\"x.pdf")).isEqualTo("x.pdf");
        assertThat(name("Content-Disposition: attachment; filename=%E8%AD%B0%E4%BA%8B.pdf"))
                .isEqualTo("議事.pdf");
        assertThat(name("Content-Disposition: attachment; filename=\"100%25.pdf\""))
                .isEqualTo("100%25.pdf");
        assertThat(name("Content-Disposition: attachment; filename==?utf-8?B?6K2w5LqLLnBkZg==?="))
                .isEqualTo("議事.pdf");
        assertThat(
                        name(
                                "Content-Disposition: attachment; filename*0=\"=?utf-8?B?6K2w5Lq\"; filename*1=\"LLnBkZg==?=\""))
                .isEqualTo("議事.pdf");
        assertThat(name("Content-Disposition: attachment; filename*0*=utf-8''a%20; filename*1=\"100%25.pdf\""))
                .isEqualTo("a 100%25.pdf");
        assertThat(name("Content-Disposition: attachment; filename*1*=b.pdf; filename*0*=utf-8''a"))
                .isEqualTo("ab.pdf");
        assertThat(name("Content-Disposition: attachment; filename*=\"utf-8''%E8%AD%B0.pdf\""))
                .isEqualTo("議.pdf");
        assertThat(name("Content-Disposition: attachment; filename*=%E8%AD%B0.pdf"))
                .isEqualTo("議.pdf");
        assertThat(name("Content-Disposition: attachment; filename*=iso-8859-1''%E8%AD%B0.pdf"))
                .isEqualTo("議.pdf");
        assertThat(name("Content-Disposition: attachment; filename=\"議事.pdf\"")).isEqualTo("議事.pdf");
        assertThat(name("Content-Disposition: attachment; filename=\"C:\\dir\\x.pdf\""))
                .isEqualTo("C:\\dir\\x.pdf");
        assertThat(name("Content-Disposition: attachment; filename=\"=?utf-8?Q?a?=\r\n =?utf-8?Q?b.pdf?=\""))
                .isEqualTo("ab.pdf");
        assertThat(name("Content-Disposition: attachment; filename=\"\"")).isEqualTo("attachment-1.pdf");
        assertThat(name("CONTENT-DISPOSITION: ATTACHMENT; FILENAME=\"X.pdf\"")).isEqualTo("X.pdf");
        assertThat(name("Content-Disposition: attachment; (why) filename=\"x.pdf\""))
                .isEqualTo("x.pdf");
    }

    @Test
    void tenThousandPartsAreReadAndOpenedInOrder(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("many.eml");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhi\r\n");
            for (int i = 1; i < 9_999; i++) {
                out.write("--b\r\nContent-Type: application/zip; name=" + i + ".zip\r\n\r\nfile " + i + "\r\n");
            }
            out.write("--b--\r\n");
        }
        IncomingMessage message = new MessageReader().read(file);
        assertThat(message.attachments()).hasSize(9_998);
        for (IncomingAttachment attachment : message.attachments()) {
            assertThat(opened(attachment) + ".zip").isEqualTo("file " + attachment.name());
        }
    }
}
