package org.incomingmail.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.incomingmail.engine.connection.provider.TokenCode;
import org.incomingmail.engine.delivery.WaitingCode;
import org.incomingmail.engine.failure.Code;
import org.incomingmail.engine.policy.PolicyCode;
import org.incomingmail.engine.publishing.PublishingCode;
import org.incomingmail.engine.routing.RoutingCode;
import org.incomingmail.engine.screening.ScreeningCode;
import org.incomingmail.engine.trust.TrustCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is rejected, the administrator reads why and what to do, in both languages. */
class CodeTextsTest {
    private record Bundle(String name, List<? extends Code> codes) {}

    static Stream<Bundle> bundles() {
        return Stream.of("", "_ja")
                .flatMap(language -> Stream.of(
                        new Bundle("provider" + language, Arrays.asList(TokenCode.values())),
                        new Bundle("screening" + language, Arrays.asList(ScreeningCode.values())),
                        new Bundle("routing" + language, Arrays.asList(RoutingCode.values())),
                        new Bundle("publishing" + language, Arrays.asList(PublishingCode.values())),
                        new Bundle("trust" + language, Arrays.asList(TrustCode.values())),
                        new Bundle("waiting" + language, Arrays.asList(WaitingCode.values())),
                        new Bundle("policy" + language, Arrays.asList(PolicyCode.values()))));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyCodeHasCauseAndRemedy(Bundle bundle) throws IOException {
        Properties texts = new Properties();
        try (InputStream file =
                Objects.requireNonNull(getClass().getResourceAsStream("codes/" + bundle.name() + ".properties"))) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        for (Code code : bundle.codes()) {
            for (String kind : List.of("cause", "remedy")) {
                String text = texts.getProperty("incoming-mail.code." + code.id() + "." + kind);
                assertThat(text).as(code.id() + " " + kind).isNotBlank();
                assertThat(MessageFormat.format(text, "a", "b", "c")).doesNotContain("{");
            }
        }
        assertThat(texts).hasSize(bundle.codes().size() * 2);
    }
}
