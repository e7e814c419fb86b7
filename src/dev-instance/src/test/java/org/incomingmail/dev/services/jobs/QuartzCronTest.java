package org.incomingmail.dev.services.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuartzCronTest {
    // a Tuesday
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 24, 13, 5, 11);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 * * * * ?            | 2026-11-24T13:06",
                "0 0/5 * * * ? *        | 2026-11-24T13:10",
                "0 0 3 ? * 1            | 2026-11-29T03:00",
                "0 0 3 ? * 7            | 2026-11-28T03:00",
                "0 0 3 ? * 2-6          | 2026-11-25T03:00",
                "0 0 3 ? * 2,5          | 2026-11-26T03:00",
                "0 0 3 ? * MON-FRI      | 2026-11-25T03:00",
                "0 0 3 ? * SUN          | 2026-11-29T03:00",
                "0 0 3 ? * 2#1          | 2026-12-07T03:00",
                "0 0 3 ? * 6L           | 2026-11-27T03:00",
                "0 15 10 L * ?          | 2026-11-30T10:15"
            })
    void runsWhenQuartzWould(String expression, LocalDateTime next) {
        assertThat(QuartzCron.parse(expression).next(NOW)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0 0 3 * *", "0 0 3 ? * 1 2027", "0 61 * * * ?", "0 0 3 ? * 9", "now and then it runs maybe"
            })
    void nonsenseIsRefused(String expression) {
        assertThatThrownBy(() -> QuartzCron.parse(expression)).isInstanceOf(IllegalArgumentException.class);
    }
}
