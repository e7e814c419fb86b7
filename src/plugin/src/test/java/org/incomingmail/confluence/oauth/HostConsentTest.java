package org.incomingmail.confluence.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;

import com.atlassian.confluence.oauth2.OAuth2Exception;
import java.util.Optional;
import javax.servlet.http.HttpSession;
import org.incomingmail.confluence.authorization.AuthorizationsInMemory;
import org.incomingmail.confluence.authorization.Consent;
import org.incomingmail.confluence.authorization.TokenRecord;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.provider.TokenCode;
import org.incomingmail.engine.delivery.DeliveryCode;
import org.incomingmail.engine.failure.Code;
import org.junit.jupiter.api.Test;

class HostConsentTest {
    private final FakeHost host = new FakeHost();
    private final HttpSession session = mock(HttpSession.class);
    private final HostConsent consent =
            new HostConsent(new HostOAuth(host), new TokenRecord(new AuthorizationsInMemory()));

    @Test
    void theBrowserIsSentToTheProviderAndComesBackToTheApp() throws Exception {
        Consent.Begun begun = consent.begin(session, "microsoft", "https://wiki.test/back");

        assertThat(begun.provider()).isEqualTo("https://login.test/authorize?then=https://wiki.test/back");
        assertThat(consent.complete(session, "microsoft", Optional.of(begun.flowId())))
                .isEqualTo("t1");
        assertThat(host.completedBy).isEqualTo("flow");
    }

    @Test
    void aRefusalOfTheProviderIsExplained() {
        host.thrown = new OAuth2Exception("access_denied: AADSTS65004: User declined to consent");

        assertThat(refusal(Optional.of("flow"))).isEqualTo(TokenCode.ENTRA_CONSENT);
        assertThat(host.completedBy)
                .as("what was refused is not asked for in another way")
                .isEqualTo("flow");
    }

    @Test
    void aHostThatGoesByTheClientIsAskedByTheClient() {
        host.thrown = new OAuth2Exception("no such key");

        assertThat(refusal(Optional.of("flow"))).isEqualTo(TokenCode.NO_CAUSE);
        assertThat(host.completedBy).isEqualTo("microsoft");
    }

    @Test
    void whatWasNotBegunInThisSessionIsNotEnded() {
        assertThat(refusal(Optional.empty())).isEqualTo(TokenCode.AUTHORIZATION_EXPIRED);
        assertThat(host.completedBy).isNull();
    }

    @Test
    void aHostWithoutOAuthSaysSo() {
        host.without(HostOAuth.SERVICE);

        ConnectionFailedException failed = catchThrowableOfType(
                ConnectionFailedException.class, () -> consent.begin(session, "microsoft", "https://wiki.test/back"));

        assertThat(failed.failure().code()).isEqualTo((Code) DeliveryCode.OAUTH_UNAVAILABLE);
    }

    private Code refusal(Optional<String> flow) {
        return catchThrowableOfType(ConnectionFailedException.class, () -> consent.complete(session, "microsoft", flow))
                .failure()
                .code();
    }
}
