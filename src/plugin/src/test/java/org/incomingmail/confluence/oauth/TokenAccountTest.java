package org.incomingmail.confluence.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenAccountTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"upn\":\"u@a.test\",\"email\":\"e@a.test\"}|u@a.test",
                "{\"email\":\"e@a.test\",\"preferred_username\":\"p@a.test\"}|p@a.test",
                "{\"aud\":[\"x\",{\"email\":\"no@a.test\"}],\"email\":\"e@a.test\"}|e@a.test",
                "{\"upn\":7,\"unique_name\":\"live.com#wiki@a.test\"}|live.com#wiki@a.test",
                "{\"upn\":\"山田@例え.test\"}|山田@例え.test"
            })
    void theFirstUsefulNameIsTaken(String claims, String account) {
        assertThat(TokenAccount.in(jwt(claims))).contains(account);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "opaque",
                "ya29.a0Af_byC-not-a-jwt",
                "a.b.c",
                "a.!!!.c",
                "a..c",
                "..",
            })
    void whatIsNoJwtHasNoName(String token) {
        assertThat(TokenAccount.in(token)).isEmpty();
    }

    @Test
    void hostileClaimsAreBounded() {
        assertThat(TokenAccount.in(jwt("{\"upn\":\"" + "x".repeat(300) + "\"}")))
                .isEmpty();
        assertThat(TokenAccount.in(jwt("[".repeat(5_000)))).isEmpty();
        assertThat(TokenAccount.in(jwt("{\"a\":" + "[".repeat(5_000)))).isEmpty();
        assertThat(TokenAccount.in(jwt("{\"a\":\"" + "x".repeat(100_000) + "\"}")))
                .isEmpty();
        assertThat(TokenAccount.in(jwt("{\"upn\":\"a\\u0000\\r\\nb\\u202e@x.test\"}")))
                .contains("ab@x.test");
        assertThat(TokenAccount.in(jwt("{\"upn\":\"a@x.test\"")))
                .as("cut off: not shown")
                .isEmpty();
    }

    static String jwt(String claims) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
    }
}
