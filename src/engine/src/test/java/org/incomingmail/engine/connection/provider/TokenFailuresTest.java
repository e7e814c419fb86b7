package org.incomingmail.engine.connection.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.connection.Stage;
import org.incomingmail.engine.connection.provider.Asking.Purpose;
import org.incomingmail.engine.connection.provider.TokenCode.Then;
import org.incomingmail.engine.connection.provider.TokenProblem.Known;
import org.incomingmail.engine.connection.provider.TokenProblem.Outage;
import org.incomingmail.engine.connection.provider.TokenProblem.Refusal;
import org.incomingmail.engine.connection.provider.TokenProblem.Words;
import org.incomingmail.engine.server.Provider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator reads what a provider meant, and a mailbox stops only when its consent is gone. */
class TokenFailuresTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            invalid_grant | 70000 | ENTRA_REFRESH_EXPIRED | STOP
            invalid_grant | 70008 | ENTRA_REFRESH_EXPIRED | STOP
            invalid_grant | 700082 | ENTRA_REFRESH_EXPIRED | STOP
            invalid_grant | 50173 | ENTRA_REVOKED | STOP
            invalid_grant | 50132 | ENTRA_REVOKED | STOP
            invalid_grant | 50133 | ENTRA_REVOKED | STOP
            invalid_grant | 50076 | ENTRA_MFA | STOP
            interaction_required | 50076 | ENTRA_MFA | STOP
            invalid_grant | 50079 | ENTRA_MFA | STOP
            invalid_grant | 50074 | ENTRA_MFA | STOP
            invalid_grant | 50078 | ENTRA_MFA | STOP
            invalid_grant | 70043 | ENTRA_SIGN_IN_FREQUENCY | STOP
            invalid_grant | 53000 | ENTRA_BLOCKED | STOP
            access_denied | 53003 | ENTRA_BLOCKED | WAIT
            invalid_grant | 530032 | ENTRA_BLOCKED | STOP
            invalid_grant | 530035 | ENTRA_BLOCKED | STOP
            invalid_grant | 50131 | ENTRA_BLOCKED | STOP
            invalid_client | 7000222 | ENTRA_SECRET_EXPIRED | WAIT
            invalid_client | 7000215 | ENTRA_SECRET_WRONG | WAIT
            invalid_client | 70002 | ENTRA_SECRET_WRONG | WAIT
            invalid_client | 7000218 | ENTRA_SECRET_WRONG | WAIT
            invalid_client | 700025 | ENTRA_PUBLIC_CLIENT | WAIT
            invalid_client | 50011 | REDIRECT_MISMATCH | WAIT
            invalid_request | 900971 | REDIRECT_MISMATCH | WAIT
            invalid_request | 50194 | ENTRA_SINGLE_TENANT | WAIT
            unauthorized_client | 700016 | ENTRA_UNKNOWN_APP | WAIT
            invalid_request | 90002 | ENTRA_UNKNOWN_APP | WAIT
            invalid_resource | 500011 | ENTRA_UNKNOWN_APP | WAIT
            invalid_client | 650057 | ENTRA_UNKNOWN_APP | WAIT
            invalid_grant | 65001 | ENTRA_CONSENT | STOP
            access_denied | 65004 | ENTRA_CONSENT | WAIT
            consent_required | 90094 | ENTRA_CONSENT | STOP
            access_denied | 90095 | ENTRA_CONSENT | WAIT
            invalid_request | 90008 | ENTRA_CONSENT | WAIT
            invalid_grant | 50020 | ENTRA_NOT_ASSIGNED | STOP
            invalid_grant | 50034 | ENTRA_NOT_ASSIGNED | STOP
            invalid_grant | 51004 | ENTRA_NOT_ASSIGNED | STOP
            access_denied | 50105 | ENTRA_NOT_ASSIGNED | WAIT
            invalid_scope | 70011 | ENTRA_SCOPE | WAIT
            invalid_scope | 28002 | ENTRA_SCOPE | WAIT
            invalid_request | 700022 | ENTRA_SCOPE | WAIT
            invalid_grant | 700084 | ENTRA_SPA | STOP
            invalid_grant | 54005 | CODE_USED | STOP
            invalid_request | 9001023 | ENTRA_COMMON_ENDPOINT | WAIT
            invalid_request | 90124 | ENTRA_COMMON_ENDPOINT | WAIT
            invalid_grant | 50057 | ENTRA_ACCOUNT | STOP
            invalid_grant | 50055 | ENTRA_ACCOUNT | STOP
            invalid_grant | 50053 | ENTRA_ACCOUNT | STOP
            invalid_grant | 50196 | PROVIDER_BUSY | RETRY
            server_error | 90055 | PROVIDER_BUSY | RETRY
            invalid_request | 90024 | PROVIDER_BUSY | RETRY
            """)
    void everyNumberOfEntraIsExplainedAndTheErrorDecidesWhatHappens(
            String error, String number, TokenCode code, Then then) {
        String description = "AADSTS" + number + ": Something happened. Trace ID: 0f5d7b2a-1f00-4c52-9f1a-6f2ba1a10f00 "
                + "Correlation ID: 6dd1a3a5-2b3e-4e7a-9d4a-0b8a6dbe0b1c Timestamp: 2026-11-24 10:00:00Z";

        TokenFailure failure = explain(new Refusal(error, description), Provider.MICROSOFT, null);

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.then()).isEqualTo(then);
        assertThat(failure.arguments()).containsExactly("Mail client", "AADSTS" + number);
        assertThat(failure.said().orElse("")).contains("AADSTS" + number, "6dd1a3a5-2b3e-4e7a-9d4a-0b8a6dbe0b1c");
        assertThat(explain(new Words("Refresh Token Failed. Reported Reason: " + description), Provider.MICROSOFT, null)
                        .code())
                .as("in Atlassian's wording")
                .isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            invalid_grant | Token has been expired or revoked. | GOOGLE_GRANT_ENDED | STOP
            invalid_grant | reauth related error (invalid_rapt) | GOOGLE_SESSION_CONTROL | STOP
            invalid_grant | Bad Request | GRANT_INVALID | STOP
            redirect_uri_mismatch | Bad Request | REDIRECT_MISMATCH | WAIT
            access_denied | The user did not consent | ACCESS_DENIED | WAIT
            org_internal | This client is restricted to users within its organization. | GOOGLE_ORG_INTERNAL | WAIT
            invalid_client | The OAuth client was not found. | CLIENT_INVALID | WAIT
            deleted_client | The OAuth client was deleted. | CLIENT_INVALID | WAIT
            admin_policy_enforced | | GOOGLE_ADMIN_POLICY | WAIT
            invalid_grant | Offline user session not found | GRANT_INVALID | STOP
            invalid_grant | Maximum allowed refresh token reuse exceeded | GRANT_INVALID | STOP
            unauthorized_client | Invalid client or Invalid client credentials | CLIENT_UNAUTHORIZED | WAIT
            invalid_request | Missing parameter: grant_type | REQUEST_INVALID | WAIT
            invalid_scope | Invalid scopes: mail | SCOPE_INVALID | WAIT
            unsupported_grant_type | | GRANT_UNSUPPORTED | WAIT
            consent_required | | CONSENT_REQUIRED | STOP
            login_required | | INTERACTION_REQUIRED | STOP
            interaction_required | | INTERACTION_REQUIRED | STOP
            server_error | | PROVIDER_ERROR | RETRY
            temporarily_unavailable | | PROVIDER_BUSY | RETRY
            INVALID_GRANT | | GRANT_INVALID | STOP
            never_heard_of | AADSTS12: no such number | REFUSED | WAIT
            """)
    void everyErrorOfGoogleAndOfTheStandardIsExplained(
            String error, @Nullable String description, TokenCode code, Then then) {
        TokenFailure failure =
                explain(new Refusal(error, description == null ? "" : description), Provider.GOOGLE, null);

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.then()).isEqualTo(then);
        assertThat(failure.said()).isPresent();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            OAuth token not defined for connection. OAuth Authorisation required. | NOT_AUTHORIZED | STOP
            Error occurred while authorizing an integration. The error message is: Refresh token is not present and access token lifetime is too short. | NO_REFRESH_TOKEN | STOP
            Refresh token is not present and access token lifetime is too short. | NO_REFRESH_TOKEN | STOP
            We couldn't connect to your mail server | NO_CAUSE | RETRY
            The connection has failed. Check the application logs for details. | NO_CAUSE | RETRY
            Unfortunately no connection was possible. Review the errors below and rectify: | NO_CAUSE | RETRY
            invalid_grant: Token has been expired or revoked. | GOOGLE_GRANT_ENDED | STOP
            Error 400: redirect_uri_mismatch | REDIRECT_MISMATCH | WAIT
            java.net.SocketTimeoutException: Read timed out | PROVIDER_TIMEOUT | RETRY
            java.net.ConnectException: Connection refused | PROVIDER_UNREACHABLE | RETRY
            login.example cannot be reached: login.example | PROVIDER_UNREACHABLE | RETRY
            login.example does not answer as an OAuth 2.0 token endpoint | PROVIDER_NOT_OAUTH | RETRY
            login.example answers with HTTP 502 | PROVIDER_ERROR | RETRY
            login.example answers with HTTP 503 | PROVIDER_BUSY | RETRY
            HTTP 404 | PROVIDER_NOT_OAUTH | RETRY
            login.example redirects its token endpoint elsewhere; enter the final address | PROVIDER_REDIRECTS | RETRY
            the answer comes from another authorization server than this link's | ISSUER_MISMATCH | STOP
            This authorization was not begun in this session, has been used already | AUTHORIZATION_EXPIRED | STOP
            the outgoing link of this token was removed | CLIENT_MISSING | STOP
            there is no token 7f3a | NOT_AUTHORIZED | STOP
            Something else entirely | NO_CAUSE | RETRY
            """)
    void whatAHostSaysInASentenceIsUnderstood(String said, TokenCode code, Then then) {
        TokenFailure failure = explain(new Words(said), Provider.OTHER, null);

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.then()).isEqualTo(then);
        assertThat(failure.said()).contains(said);
    }

    @ParameterizedTest
    @EnumSource(Outage.Kind.class)
    void anOutageNeverStopsAMailbox(Outage.Kind kind) {
        TokenFailure failure = explain(new Outage(kind, "<html>no</html>"), Provider.OTHER, null);

        assertThat(failure.then()).isEqualTo(Then.RETRY);
        assertThat(failure.retryable()).isTrue();
        assertThat(failure.failure().needsAdministrator()).isFalse();
        assertThat(failure.failure().retryable()).isTrue();
    }

    @Test
    void aCodeThatIsRefusedRightAfterTheConsentWasUsedOrIsTooOld() {
        for (String description : List.of("AADSTS70000: Provided grant is invalid", "Malformed auth code.", "")) {
            TokenFailure failure = TokenFailures.explain(
                    new Refusal("invalid_grant", description),
                    new Asking("Mail client", Provider.MICROSOFT, Purpose.AUTHORIZE, null, NOW));

            assertThat(failure.code()).as(description).isEqualTo(TokenCode.CODE_USED);
        }
    }

    @Test
    void aGoogleConsentThatEndsAfterSevenDaysBelongsToAnAppInTesting() {
        Refusal ended = new Refusal("invalid_grant", "Token has been expired or revoked.");

        assertThat(explain(ended, Provider.GOOGLE, NOW.minus(Duration.ofDays(7).plusMinutes(40)))
                        .code())
                .isEqualTo(TokenCode.GOOGLE_TESTING_ENDED);
        for (Duration age : List.of(Duration.ofDays(6), Duration.ofDays(9), Duration.ofDays(180))) {
            assertThat(explain(ended, Provider.GOOGLE, NOW.minus(age)).code()).isEqualTo(TokenCode.GOOGLE_GRANT_ENDED);
        }
        assertThat(explain(ended, Provider.OTHER, NOW.minus(Duration.ofDays(7))).code())
                .isEqualTo(TokenCode.GOOGLE_GRANT_ENDED);
    }

    @Test
    void aFailureGoesOnAsAFailureAtTheTokenStageWithTheSameTexts() {
        TokenFailure failure =
                explain(new Known(TokenCode.SCOPE_LACKING, "https://mail.google.com/"), Provider.GOOGLE, null);

        ConnectionFailure told = failure.exception(new IllegalStateException()).failure();
        assertThat(told.stage()).isEqualTo(Stage.TOKEN);
        assertThat(told.code().id()).isEqualTo("IM-OAUTH-SCOPE-LACKING");
        assertThat(told.arguments()).containsExactly("Mail client", "https://mail.google.com/");
        assertThat(told.needsAdministrator()).isTrue();
        assertThat(TokenCode.of(told.code().id())).contains(TokenCode.SCOPE_LACKING);
        assertThat(TokenCode.of("IM-TIMEOUT")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refresh_token=abcdefgh12345678 was refused",
                "code: 4/0AVMBsJhVerySecretCodeOfGoogle",
                "{\"client_secret\":\"GOCSPX-abcdefghijkl\"}",
                "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhbGljZUBtYWlsLnRlc3QifQ.c2lnbmF0dXJl is no token",
                "1//0gLongOpaqueRefreshTokenOfGoogle-L9IrRefreshRefreshRefresh is revoked",
                "see https://login.example/error?code=4/0AVMBsJh&session=1"
            })
    void whateverLooksLikeASecretIsNotRepeated(String description) {
        String said = explain(new Refusal("invalid_grant", description), Provider.OTHER, null)
                .said()
                .orElse("");

        assertThat(said).contains("***").doesNotContain("abcdefgh", "4/0AVMBs", "eyJhbGci", "LongOpaque");
    }

    @Test
    void aHugeOrHostileDescriptionBecomesOneShortLine() {
        String said = explain(
                        new Refusal("x\r\n\u0000\u202e" + "<b>".repeat(100_000), "a b ".repeat(100_000)),
                        Provider.OTHER,
                        null)
                .said()
                .orElse("");

        assertThat(said).hasSizeLessThanOrEqualTo(503).doesNotContain("\r", "\n", "\u0000", "\u202e");
    }

    private static TokenFailure explain(TokenProblem problem, Provider provider, @Nullable Instant consented) {
        return TokenFailures.explain(problem, new Asking("Mail client", provider, Purpose.USE, consented, NOW));
    }
}
