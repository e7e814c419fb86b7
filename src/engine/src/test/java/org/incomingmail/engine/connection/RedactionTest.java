package org.incomingmail.engine.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.incomingmail.engine.connection.wire.Redaction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String SECRET = "s3cret-token-value";

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "{\"error\":\"", "日本"})
    void aSecretIsHiddenWhereverItStandsInABase64Text(String before) {
        Redaction redaction = Redaction.nothingSecret();
        redaction.hide(SECRET, List.of());
        for (String after : List.of("", "x", "yz", "\"}")) {
            String shown = redaction.apply("+ " + base64(before + SECRET + after));

            assertThat(shown).contains("***");
            assertThat(shown.replace("+", "").replace("*", "").strip().length())
                    .as(shown)
                    .isLessThanOrEqualTo(base64(before + after).length() + 4);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
