package org.incomingmail.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.junit.jupiter.api.Test;

/** A file is as long as it is said to be, whatever its base64 looks like. */
class Base64SizeTest {
    @Property(tries = 5_000)
    void itIsWhatTheDecoderGives(
            @ForAll @StringLength(max = 40) @Chars({'A', 'z', '9', '+', '/', '=', '\r', '\n', ' ', '-', '\u00e9'})
                    String encoded)
            throws IOException {
        sameAsDecoded(encoded.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void longOnesAreReadInSeveralPieces() throws IOException {
        byte[] file = new byte[100_001];
        new Random(1).nextBytes(file);
        byte[] encoded = Base64.getMimeEncoder().encode(file);
        assertThat(Base64Size.of(new ByteArrayInputStream(encoded))).isEqualTo(file.length);
        sameAsDecoded(encoded);
    }

    @Property(tries = 3_000)
    void soIsThatOfAFileInAMessage(
            @ForAll @StringLength(max = 60) @Chars({'A', 'z', '9', '+', '/', '=', '\r', '\n', ' ', '-'}) String encoded,
            @ForAll @IntRange(max = 70_000) int preamble)
            throws IOException {
        String message = "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "x".repeat(preamble) + "\r\n--b\r\n"
                + "Content-Disposition: attachment; filename=f\r\nContent-Transfer-Encoding: base64\r\n\r\n" + encoded
                + "\r\n--b--\r\n";
        byte[] raw = message.getBytes(StandardCharsets.ISO_8859_1);
        IncomingAttachment file = new MessageReader()
                .read(() -> new ByteArrayInputStream(raw))
                .attachments()
                .get(0);
        try (InputStream content = file.open()) {
            assertThat(file.size()).as("%s", encoded).isEqualTo(content.readAllBytes().length);
        }
    }

    private static void sameAsDecoded(byte[] encoded) throws IOException {
        int decoded =
                new Base64InputStream(new ByteArrayInputStream(encoded), DecodeMonitor.SILENT).readAllBytes().length;
        assertThat(Base64Size.of(new ByteArrayInputStream(encoded)))
                .as("%s", new String(encoded, StandardCharsets.ISO_8859_1))
                .isEqualTo(decoded);
    }
}
