package org.incomingmail.engine.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.incomingmail.engine.message.IncomingAttachment;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.Mails;
import org.incomingmail.engine.publishing.LeftOut.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentCheckTest {
    private record File(String name, String type, byte[] bytes) {}

    private static File file(String name, String type, String latin1) {
        return new File(name, type, latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static IncomingMessage mail(File... files) {
        StringBuilder mail = new StringBuilder("Content-Type: multipart/mixed; boundary=x\r\n\r\n");
        for (File file : files) {
            mail.append("--x\r\nContent-Type: ").append(file.type());
            mail.append("\r\nContent-Disposition: attachment; filename=\"").append(file.name());
            mail.append("\"\r\nContent-Transfer-Encoding: base64\r\n\r\n");
            mail.append(Base64.getMimeEncoder().encodeToString(file.bytes())).append("\r\n");
        }
        return Mails.read(mail.append("--x--\r\n").toString());
    }

    private static AttachmentCheck.Checked check(AttachmentLimits limits, File... files) throws IOException {
        return AttachmentCheck.of(mail(files), limits);
    }

    private static Optional<Reason> reason(AttachmentLimits limits, File file) throws IOException {
        return check(limits, file).leftOut().stream().map(LeftOut::reason).findFirst();
    }

    private static AttachmentLimits limits(int count, int mebibytes, int total) {
        return new AttachmentLimits(count, mebibytes, total, List.of(), List.of(), false, false);
    }

    @Test
    void countSizeAndTotalAreLimited() throws IOException {
        File half = new File("a.bin", "application/octet-stream", new byte[600 * 1024]);
        File big = new File("b.bin", "application/octet-stream", new byte[1200 * 1024]);
        AttachmentCheck.Checked checked = check(limits(2, 1, 1), half, big, half);
        assertThat(checked.message().attachments())
                .extracting(IncomingAttachment::name)
                .containsExactly("a.bin");
        assertThat(checked.leftOut())
                .extracting(LeftOut::reason)
                .containsExactly(Reason.TOO_LARGE, Reason.TOO_LARGE_TOGETHER);
        assertThat(check(limits(2, 0, 0), half, half, big).leftOut())
                .extracting(LeftOut::reason)
                .containsExactly(Reason.TOO_MANY);
        assertThat(check(limits(0, 0, 0), half, big, half).leftOut()).isEmpty();
    }

    @Test
    void endingsAreBlockedOrAllowed() throws IOException {
        AttachmentLimits standard = AttachmentLimits.standard();
        assertThat(reason(standard, file("Invoice.pdf.EXE", "application/pdf", "MZ")))
                .contains(Reason.BLOCKED_ENDING);
        assertThat(reason(standard, file("notes.txt", "text/plain", "hi"))).isEmpty();
        AttachmentLimits onlyPdf = new AttachmentLimits(0, 0, 0, List.of(), List.of("pdf"), false, false);
        assertThat(reason(onlyPdf, file("a.PDF", "application/pdf", "%PDF-1"))).isEmpty();
        assertThat(reason(onlyPdf, file("a.png", "image/png", "x"))).contains(Reason.NOT_ALLOWED_ENDING);
        assertThat(reason(onlyPdf, file("noending", "application/pdf", "x"))).contains(Reason.NOT_ALLOWED_ENDING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.pdf|application/pdf|%PDF-1.7|true",
                "a.pdf|application/octet-stream|%PDF-1.7|true",
                "a.pdf|application/pdf|MZabc|false",
                "a.pdf|application/x-msdownload|%PDF-1.7|false",
                "a.png|image/jpeg|GIF89a|true",
                "a.png|image/png|PK\u0003\u0004zip|false",
                "a.docx|application/octet-stream|PK\u0003\u0004zip|true",
                "a.docx|application/msword|\u00D0\u00CF\u0011\u00E0|true",
                "a.txt|text/plain|\u007FELF|false",
                "a.txt|text/plain|PK\u0003\u0004zip|false",
                "a.unknown|application/octet-stream|MZabc|false",
                "a.unknown|application/octet-stream|whatever|true",
                "a.exe|application/octet-stream|MZabc|true",
            })
    void nameTypeAndBytesMustAgree(String name, String type, String start, boolean agree) throws IOException {
        AttachmentLimits limits = new AttachmentLimits(0, 0, 0, List.of(), List.of(), true, false);
        assertThat(reason(limits, file(name, type, start)).isEmpty()).isEqualTo(agree);
    }

    private static byte[] zip(String name, int bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] block = new byte[1024 * 1024];
            for (int written = 0; written < bytes; written += block.length) {
                zip.write(block, 0, Math.min(block.length, bytes - written));
            }
        }
        return out.toByteArray();
    }

    @Test
    void archivesAreLookedIntoWhenWanted() throws IOException {
        AttachmentLimits closed = new AttachmentLimits(0, 0, 0, List.of("exe"), List.of(), true, false);
        AttachmentLimits opened = new AttachmentLimits(0, 0, 0, List.of("exe"), List.of(), true, true);
        File hidden = new File("a.zip", "application/zip", zip("sub/setup.exe", 10));
        assertThat(reason(closed, hidden)).isEmpty();
        assertThat(reason(opened, hidden)).contains(Reason.BLOCKED_IN_ARCHIVE);
        assertThat(reason(opened, new File("a.zip", "application/zip", zip("a.txt", 10))))
                .isEmpty();
        byte[] cut = zip("a.txt", 5_000_000);
        File broken = new File("a.zip", "application/zip", java.util.Arrays.copyOf(cut, cut.length / 2));
        assertThat(reason(opened, broken)).contains(Reason.ARCHIVE_UNREADABLE);
    }

    @Test
    void aZipBombIsPutAside() throws IOException {
        AttachmentLimits opened = new AttachmentLimits(0, 0, 0, List.of("exe"), List.of(), true, true);
        assertThat(reason(opened, new File("a.zip", "application/zip", zip("a.txt", 210 * 1024 * 1024))))
                .contains(Reason.ARCHIVE_UNREADABLE);
    }

    @Test
    void whatIsLeftOutIsNamedOnThePage() {
        Composition.Publication plain = new Composition.Publication(List.of(), attachedAs -> "<p>Hi</p>");
        IncomingAttachment exe =
                mail(new File("<b>.exe", "x/y", new byte[2048])).attachments().get(0);
        List<LeftOut> leftOut = List.of(new LeftOut(exe, Reason.BLOCKED_ENDING));
        assertThat(LeftOutNotes.add(plain, leftOut, Locale.ENGLISH).storageFormat())
                .isEqualTo("<p>Hi</p><p><em>The file &lt;b&gt;.exe (2 KB) came with the mail and was left out:"
                        + " files of this kind are not allowed.</em></p>");
        assertThat(LeftOutNotes.add(plain, leftOut, Locale.JAPANESE).storageFormat())
                .contains("保存されませんでした");
        for (Reason reason : Reason.values()) {
            assertThat(LeftOutNotes.add(plain, List.of(new LeftOut(exe, reason)), Locale.JAPANESE)
                            .storageFormat())
                    .contains("exe (2 KB)");
        }
    }
}
