package org.incomingmail.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** winmail.dat files that Outlook wrote (the samples' source is named in mails/tnef/README.md). */
class TnefTest {
    private static byte[] sample(String name) {
        try (InputStream stream = TnefTest.class.getResourceAsStream("/mails/tnef/" + name + ".tnef")) {
            return Objects.requireNonNull(stream).readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static IncomingMessage mail(byte[] winmail, String text) {
        return mail(winmail, text, "application/ms-tnef");
    }

    private static IncomingMessage mail(byte[] winmail, String text, String type) {
        return Mails.read("From: a@example.com\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                + "Content-Type: text/plain\r\n\r\n" + text + "\r\n--b\r\nContent-Type: " + type
                + "; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(winmail) + "\r\n--b--\r\n");
    }

    private static byte[] bytes(IncomingAttachment attachment) {
        try (InputStream stream = attachment.open()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void filesInsideAreAttachmentsAndTheWrapperIsGone() {
        IncomingMessage message = mail(sample("attachments"), "Hello");
        assertThat(message.attachments())
                .extracting(IncomingAttachment::name)
                .containsExactly("zappa_av1.jpg", "bookmark.htm");
        IncomingAttachment picture = message.attachments().get(0);
        byte[] jpeg = bytes(picture);
        assertThat(picture.mediaType()).isEqualTo("image/jpeg");
        assertThat(jpeg).hasSize((int) picture.size());
        assertThat(Arrays.copyOf(jpeg, 3)).containsExactly(0xFF, 0xD8, 0xFF);
        assertThat(Arrays.copyOfRange(jpeg, jpeg.length - 2, jpeg.length)).containsExactly(0xFF, 0xD9);
        assertThat(new String(bytes(message.attachments().get(1)), StandardCharsets.ISO_8859_1))
                .startsWith("<!DOCTYPE NETSCAPE-Bookmark-file-1>");
        assertThat(message.text()).contains("Hello");
    }

    @Test
    void itsNameIsEnoughWhereTheTypeIsMissing() {
        assertThat(mail(sample("attachments"), "Hello", "application/octet-stream")
                        .attachments())
                .extracting(IncomingAttachment::name)
                .containsExactly("zappa_av1.jpg", "bookmark.htm");
    }

    @Test
    void dataMayComeBeforeTheName() {
        IncomingMessage message = mail(sample("data-before-name"), "");
        assertThat(message.attachments())
                .extracting(IncomingAttachment::name)
                .containsExactly("AUTOEXEC.BAT", "CONFIG.SYS", "boot.ini");
        assertThat(bytes(message.attachments().get(2))).asString().contains("[boot loader]");
    }

    @Test
    void formattedTextInsideIsTheText() {
        IncomingMessage message = mail(sample("body"), "");
        assertThat(message.html().orElse("")).contains("THE BILL OF RIGHTS<BR>Amendments 1-10 of the");
        assertThat(message.attachments()).isEmpty();
    }

    @Test
    void richTextInsideIsReadWhenThereIsNoOther() {
        IncomingMessage message = mail(sample("data-before-name"), "");
        String text = message.text().orElse("") + message.html().orElse("");
        assertThat(text).isNotBlank().doesNotContain("\\par", "{\\", "\0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attachments", "body", "data-before-name", "garbage-at-end", "long-filename"})
    void whatCannotBeUnpackedIsKeptAsTheFileItIs(String name) {
        byte[] sample = sample(name);
        byte[] half = Arrays.copyOf(sample, sample.length * 2 / 3);
        IncomingMessage message = mail(half, "Hello");
        assertThat(message.attachments()).last().satisfies(kept -> {
            assertThat(kept.name()).isEqualTo("winmail.dat");
            assertThat(bytes(kept)).isEqualTo(half);
        });
    }

    @Test
    void nonsenseIsKeptAsTheFileItIs() {
        byte[] nonsense = "no TNEF at all".getBytes(StandardCharsets.US_ASCII);
        IncomingMessage message = mail(nonsense, "Hello");
        assertThat(message.attachments()).singleElement().satisfies(kept -> assertThat(bytes(kept))
                .isEqualTo(nonsense));
        assertThat(message.notes()).contains(new Note(Note.Kind.TNEF, "unreadable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"attachments", "body", "data-before-name", "garbage-at-end", "long-filename"})
    void damagedFilesAreReadAsFarAsTheyMakeSense(String name) {
        Random random = new Random(name.hashCode());
        byte[] sample = sample(name);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = sample.clone();
            for (int i = 0; i < 1 + round % 5; i++) {
                damaged[random.nextInt(Math.min(damaged.length, 4_000))] = (byte) random.nextInt(256);
            }
            IncomingMessage message = mail(damaged, "Hello");
            assertThat(message.text()).isPresent();
            message.attachments()
                    .forEach(file -> assertThat((long) bytes(file).length).isLessThanOrEqualTo(file.size()));
        }
    }
}
