package org.incomingmail.confluence.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Authentication.Grant;
import org.incomingmail.engine.server.ServerState;
import org.incomingmail.engine.server.ServerState.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorizationNeededTest {
    private static final Authentication AUTHORIZED =
            new Authentication.OAuth2("google", "t1", Grant.AUTHORIZATION_CODE);

    @ParameterizedTest
    @CsvSource({
        "STOPPED, IM-OAUTH-GRANT-INVALID, true",
        "STOPPED, IM-OAUTH-ENTRA-REVOKED, true",
        "FAILING, IM-OAUTH-GRANT-INVALID, true",
        "STOPPED, IM-OAUTH-CLIENT-MISSING, false",
        "FAILING, IM-OAUTH-ENTRA-SECRET-EXPIRED, false",
        "FAILING, IM-OAUTH-PROVIDER-UNREACHABLE, false",
        "STOPPED, IM-EXCHANGE-TOKEN-REFUSED, false",
        "WORKING, , false",
        "NEVER_CHECKED, , false",
    })
    void onlyWhatAuthorizingMendsNeedsIt(Status status, String code, boolean needed) {
        assertThat(AuthorizationNeeded.by(ServerFixture.server(1, AUTHORIZED), ServerFixture.state(status, code)))
                .isEqualTo(needed);
    }

    @Test
    void withoutATokenItIsNeededFromTheStart() {
        Authentication nobody = new Authentication.OAuth2("google", null, Grant.AUTHORIZATION_CODE);
        assertThat(AuthorizationNeeded.by(ServerFixture.server(1, nobody), ServerState.neverChecked()))
                .isTrue();
    }

    @Test
    void passwordsAndAppsNeedNobody() {
        ServerState stopped = ServerFixture.state(Status.STOPPED, "IM-OAUTH-GRANT-INVALID");
        Authentication app = new Authentication.OAuth2("microsoft", null, Grant.CLIENT_CREDENTIALS);
        assertThat(AuthorizationNeeded.by(ServerFixture.server(1, app), stopped))
                .isFalse();
        assertThat(AuthorizationNeeded.by(ServerFixture.server(1, new Authentication.Basic()), stopped))
                .isFalse();
    }
}
