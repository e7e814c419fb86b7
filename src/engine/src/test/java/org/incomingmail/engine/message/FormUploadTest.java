package org.incomingmail.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as browsers send them. */
class FormUploadTest {
    private static final String BOUNDARY = "----WebKitFormBoundaryAbC";

    private static Optional<String> file(String type, String content) throws IOException {
        String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"message\"; filename=\"計画.eml\"\r\n"
                + "Content-Type: " + type + "\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n";
        return FormUpload.use(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                "multipart/form-data; boundary=" + BOUNDARY,
                stream -> new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"message/rfc822", "text/plain", "application/octet-stream"})
    void theFileComesAsItIsWhateverTheBrowserCallsIt(String type) throws IOException {
        String mail = "Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhello\r\n--b--\r\n";
        assertThat(file(type, mail)).contains(mail);
    }

    @Test
    void noFileIsNoFile() throws IOException {
        assertThat(file("application/octet-stream", "")).isEmpty();
        assertThat(FormUpload.use(
                        new ByteArrayInputStream("a=b".getBytes(StandardCharsets.UTF_8)),
                        "application/x-www-form-urlencoded",
                        stream -> ""))
                .isEmpty();
        assertThat(FormUpload.use(new ByteArrayInputStream(new byte[0]), "", stream -> ""))
                .isEmpty();
    }
}
