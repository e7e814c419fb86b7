package org.incomingmail.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServerCodeTest {

    @ParameterizedTest
    @EnumSource(ServerCode.class)
    void everyCodeHasItsTextsInBothLanguages(ServerCode code) {
        for (Locale locale : new Locale[] {Locale.ROOT, Locale.JAPANESE}) {
            ResourceBundle texts = ResourceBundle.getBundle("org.incomingmail.engine.codes.server", locale);
            assertThat(texts.getLocale()).isEqualTo(locale);
            for (String part : new String[] {"cause", "remedy"}) {
                assertThat(texts.getString("incoming-mail.code." + code.id() + "." + part))
                        .isNotBlank()
                        .doesNotContain("'");
            }
        }
    }
}
