package org.incomingmail.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail whose text is inside of its S/MIME signature, made by OpenSSL: with definite lengths and as a stream. */
class SignedContentTest {
    private static byte[] mail(String name) {
        try (InputStream stream = SignedContentTest.class.getResourceAsStream("/mails/smime/" + name + ".eml")) {
            return Objects.requireNonNull(stream).readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"der", "ber"})
    void textAndFilesInsideAreRead(String name) throws IOException {
        IncomingMessage message = Mails.read(mail(name));
        assertThat(message.text().orElse("")).contains("Grüße aus der Signatur.");
        assertThat(message.notes()).containsExactly(new Note(Note.Kind.SIGNED, "S/MIME"));
        assertThat(message.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("a.csv");
            try (InputStream bytes = file.open()) {
                assertThat(bytes.readAllBytes()).asString().isEqualTo("1;2");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"der", "ber"})
    void whatCannotBeOpenedIsKeptAsTheFileItIs(String name) {
        String text = new String(mail(name), StandardCharsets.US_ASCII);
        int body = text.indexOf("\n\n") + 2;
        IncomingMessage message = Mails.read(text.substring(0, body) + "AAAA" + text.substring(body + 4));
        assertThat(message.attachments()).extracting(IncomingAttachment::name).containsExactly("smime.p7m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"der", "ber"})
    void damageNeverStopsTheReading(String name) {
        byte[] mail = mail(name);
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            byte[] damaged = mail.clone();
            for (int i = 0; i <= round % 4; i++) {
                damaged[300 + random.nextInt(600)] = (byte) ('A' + random.nextInt(26));
            }
            assertThat(Mails.read(damaged).subject()).isNotNull();
        }
    }
}
