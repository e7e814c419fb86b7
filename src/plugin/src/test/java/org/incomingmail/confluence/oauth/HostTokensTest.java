package org.incomingmail.confluence.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.atlassian.confluence.oauth2.OAuth2Exception;
import com.atlassian.confluence.oauth2.OAuth2Service;
import com.atlassian.oauth2.client.api.storage.TokenHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.incomingmail.confluence.authorization.AuthorizationsInMemory;
import org.incomingmail.confluence.authorization.TokenRecord;
import org.incomingmail.confluence.metrics.PrometheusMeasures;
import org.incomingmail.engine.connection.AccessToken;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.connection.Stage;
import org.incomingmail.engine.connection.provider.TokenCode;
import org.incomingmail.engine.delivery.DeliveryCode;
import org.incomingmail.engine.failure.Code;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Authentication.Grant;
import org.junit.jupiter.api.Test;

class HostTokensTest {
    private static final Authentication.OAuth2 AUTHORIZED =
            new Authentication.OAuth2("microsoft", "t1", Grant.AUTHORIZATION_CODE);
    private static final Authentication.OAuth2 APP_ONLY =
            new Authentication.OAuth2("microsoft", null, Grant.CLIENT_CREDENTIALS);
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final FakeHost host = new FakeHost();
    private final AuthorizationsInMemory authorizations = new AuthorizationsInMemory();
    private final TokenRecord record = new TokenRecord(authorizations, Clock.fixed(NOW, ZoneOffset.UTC));
    private final HostTokens tokens = new HostTokens(new HostOAuth(host), record, new PrometheusMeasures());

    @Test
    void aTokenComesWithExpiryScopesAndAccount() throws Exception {
        host.token = TokenAccountTest.jwt("{\"upn\":\"wiki@contoso.test\"}");

        AccessToken token = tokens.accessToken(AUTHORIZED);

        assertThat(token.expires()).isEqualTo(FakeHost.EXPIRES);
        assertThat(token.scopes()).containsExactly("offline_access");
        assertThat(token.account()).isEqualTo("wiki@contoso.test");
        assertThat(authorizations.find("t1").orElseThrow().account()).isEqualTo("wiki@contoso.test");
        assertThat(token.toString() + authorizations.find("t1")).doesNotContain(host.token);
    }

    @Test
    void theSameTokenIsNotedOnce() throws Exception {
        for (int poll = 0; poll < 1_000; poll++) {
            tokens.accessToken(AUTHORIZED);
        }
        assertThat(authorizations.written()).isEqualTo(1);
    }

    @Test
    void aRefusedTokenIsReplaced() throws Exception {
        AccessToken refused = new AccessToken("bad", null, java.util.List.of(), null);

        assertThat(tokens.afterRefusal(AUTHORIZED, refused).value()).isEqualTo("for t1 instead of bad");
    }

    @Test
    void appOnlyAccessNeedsNoConsent() throws Exception {
        assertThat(tokens.accessToken(APP_ONLY).value()).isEqualTo("app of microsoft");
        assertThat(authorizations.find("client microsoft")).isPresent();
    }

    @Test
    void aRefusedAppOnlyTokenIsReplacedThoughItLooksValid() throws Exception {
        AccessToken refused = new AccessToken("bad", FakeHost.EXPIRES, java.util.List.of(), null);

        assertThat(tokens.afterRefusal(APP_ONLY, refused).value()).isEqualTo("for microsoft instead of bad");
    }

    @Test
    void aHostThatCannotRefreshForAppsGivesTheStoredToken() throws Exception {
        host.without(HostOAuth.TOKENS);

        assertThat(tokens.accessToken(AUTHORIZED).value()).isEqualTo("stored");
        assertThat(failure(APP_ONLY).code()).isEqualTo(TokenCode.APP_ONLY_UNAVAILABLE);
    }

    @Test
    void nobodyHasAuthorizedYet() {
        ConnectionFailure failure = failure(new Authentication.OAuth2("microsoft", null, Grant.AUTHORIZATION_CODE));

        assertThat(failure.code()).isEqualTo(TokenCode.NOT_AUTHORIZED);
        assertThat(failure.arguments()).startsWith("Contoso mail");
        assertThat(failure.needsAdministrator()).isTrue();
        assertThat(failure.stage()).isEqualTo(Stage.TOKEN);
    }

    @Test
    void aRevokedConsentStopsTheMailbox() {
        host.thrown = new OAuth2Exception("invalid_grant: AADSTS50173: The provided grant has expired");

        ConnectionFailure failure = failure(AUTHORIZED);

        assertThat(failure.code()).isEqualTo(TokenCode.ENTRA_REVOKED);
        assertThat(failure.needsAdministrator()).isTrue();
        assertThat(authorizations.find("t1").orElseThrow().refusal())
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("IM-OAUTH-ENTRA-REVOKED"));
    }

    @Test
    void googleAppsInTestingAreRecognisedByTheAgeOfTheConsent() {
        host.thrown = new OAuth2Exception("invalid_grant: Token has been expired or revoked.");
        new TokenRecord(authorizations, Clock.fixed(Instant.now().minus(Duration.ofDays(7)), ZoneOffset.UTC))
                .authorized("t1", "admin");

        assertThat(record.consented("t1")).isPresent();
        assertThat(failure(AUTHORIZED).needsAdministrator()).isTrue();
    }

    @Test
    void aProviderOutOfReachIsTriedAgain() {
        host.thrown = new OAuth2Exception(
                "login.microsoftonline.us cannot be reached: Connection refused", new java.net.ConnectException());

        ConnectionFailure failure = failure(AUTHORIZED);

        assertThat(failure.code()).isEqualTo(TokenCode.PROVIDER_UNREACHABLE);
        assertThat(failure.retryable()).isTrue();
        assertThat(failure.needsAdministrator()).isFalse();
    }

    @Test
    void aClientThatIsGoneIsSaidToBeGone() {
        host.thrown = new OAuth2Exception("no such thing");
        assertThat(failure(new Authentication.OAuth2("removed", "t9", Grant.AUTHORIZATION_CODE))
                        .code())
                .isEqualTo(TokenCode.CLIENT_MISSING);
    }

    @Test
    void aHostWithoutOAuthSaysSoInsteadOfFailing() {
        host.without(HostOAuth.SERVICE);
        assertThat(failure(AUTHORIZED).code()).isEqualTo((Code) DeliveryCode.OAUTH_UNAVAILABLE);
    }

    @Test
    void aHostOfAnotherShapeSaysSoInsteadOfFailing() {
        host.withoutMethods(HostOAuth.TOKENS, TokenHandler.class, "getRefreshedToken");
        assertThat(failure(AUTHORIZED).code()).isEqualTo((Code) DeliveryCode.OAUTH_UNAVAILABLE);
    }

    @Test
    void aHostThatCannotListItsClientsJustNowDoesNotMakeThemGone() {
        host.thrown = new OAuth2Exception("login.test cannot be reached: timed out");
        host.withoutMethods(HostOAuth.SERVICE, OAuth2Service.class, "getConfiguredOAuth2Providers");

        assertThat(failure(AUTHORIZED).retryable()).isTrue();
    }

    @Test
    void whatTheHostSaysIsShownWithoutSecrets() {
        String secret = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ3aWtpIiwiYXVkIjoibWFpbCJ9.c2lnbmF0dXJlc2lnbmF0dXJl";
        host.thrown = new OAuth2Exception("invalid_grant: refresh_token=" + secret);

        ConnectionFailedException failed =
                catchThrowableOfType(ConnectionFailedException.class, () -> tokens.accessToken(AUTHORIZED));

        assertThat(failed.failure().toString() + failed + failed.getCause()).doesNotContain(secret);
        assertThat(String.valueOf(authorizations.find("t1"))).doesNotContain(secret);
    }

    private ConnectionFailure failure(Authentication.OAuth2 authentication) {
        return catchThrowableOfType(ConnectionFailedException.class, () -> tokens.accessToken(authentication))
                .failure();
    }
}
