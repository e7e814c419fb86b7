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
    void aHeaderBeyondTheLimitsIsNotedAndEndsTheReading() {
        assertThat(Mails.read("From: a@example.com\r\nX-Long: " + "x".repeat(600_000) + "\r\n\r\nhi")
                        .from())
                .hasSize(1);
        assertThat(Mails.read("From: a@example.com\r\n" + "X: y\r\n".repeat(5_000) + "\r\nhi")
                        .notes())
                .extracting(Note::kind)
                .contains(Note.Kind.STRUCTURE_REPAIRED);
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
}
