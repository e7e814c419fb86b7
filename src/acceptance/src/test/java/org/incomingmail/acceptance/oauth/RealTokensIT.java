package org.incomingmail.acceptance.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.incomingmail.acceptance.oauth.MailAccounts.Client;
import org.incomingmail.engine.connection.AccessToken;
import org.incomingmail.engine.connection.AngusMailboxes;
import org.incomingmail.engine.connection.ConnectionCode;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.connection.Credentials;
import org.incomingmail.engine.connection.Stage;
import org.incomingmail.engine.connection.StageResult;
import org.incomingmail.engine.connection.TestReport;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.mailserver.MailServerFixture;
import org.incomingmail.engine.mailserver.Seen;
import org.incomingmail.engine.server.OAuth2Client;
import org.incomingmail.engine.server.Protocol;
import org.incomingmail.engine.server.Provider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens of a real provider at a real mail server: which open a mailbox, and what the others are told. */
@ExtendWith(WithKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealTokensIT {
    private static final String ALICE = "alice@mail.test";
    private final AngusMailboxes mailboxes = new AngusMailboxes();
    private final KeycloakServer keycloak;
    private final MailAccounts accounts;

    @SuppressWarnings("NullAway.Init")
    private DovecotServer google;

    @SuppressWarnings("NullAway.Init")
    private DovecotServer outlook;

    RealTokensIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        this.accounts = new MailAccounts(keycloak);
    }

    /** The ways for a token to a mailbox. */
    enum Way {
        GOOGLE_IMAP(Protocol.IMAPS, "OAUTHBEARER", MailAccounts.GOOGLE),
        OUTLOOK_IMAP(Protocol.IMAPS, "XOAUTH2", MailAccounts.OUTLOOK_IMAP),
        OUTLOOK_POP3(Protocol.POP3S, "XOAUTH2", MailAccounts.OUTLOOK_POP);

        private final Protocol protocol;
        private final String mechanism;
        private final String scope;

        Way(Protocol protocol, String mechanism, String scope) {
            this.protocol = protocol;
            this.mechanism = mechanism;
            this.scope = scope;
        }
    }

    @BeforeAll
    void start() {
        keycloak.ready();
        google = MailAccounts.google(keycloak);
        outlook = MailAccounts.outlook(keycloak);
        google.deliver(ALICE, "Hello");
        outlook.deliver(ALICE, "Hello");
    }

    @AfterAll
    void stop() {
        google.close();
        outlook.close();
        mailboxes.close();
    }

    @ParameterizedTest
    @EnumSource
    void aTokenOpensTheMailbox(Way way) throws Exception {
        TestReport report = test(way, accounts.accessToken(Client.ENGINE, "alice", way.scope));

        assertThat(report.failure())
                .as("%s\n%s", report.transcript(), server(way).log())
                .isEmpty();
        assertThat(report.wanted()).contains(1);
        assertThat(report.stages())
                .filteredOn(stage -> stage.stage() == Stage.AUTHENTICATION)
                .extracting(StageResult::details)
                .allSatisfy(details -> assertThat(details).containsEntry("mechanism", way.mechanism));
    }

    @ParameterizedTest
    @EnumSource
    void anExpiredTokenIsRefused(Way way) {
        String token = accounts.accessToken(Client.ENGINE_BRIEF, "alice", way.scope);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !accounts.post("token/introspect", Client.DOVECOT, Map.of("token", token))
                        .path("active")
                        .asBoolean());

        refused(way, token);
    }

    @ParameterizedTest
    @EnumSource
    void aRevokedTokenIsRefused(Way way) {
        String token = accounts.accessToken(Client.ENGINE, "alice", way.scope);
        accounts.revoke(Client.ENGINE, token);

        refused(way, token);
    }

    @ParameterizedTest
    @EnumSource
    void aTokenOfAnotherUserIsRefused(Way way) {
        String token = accounts.accessToken(Client.ENGINE, "bob", way.scope);

        refused(way, new AccessToken(token, null, List.of(), "bob@mail.test"), ConnectionCode.TOKEN_OTHER_ACCOUNT);
    }

    @ParameterizedTest
    @EnumSource
    void aTokenWithoutAMailScopeIsRefused(Way way) {
        refused(way, accounts.accessToken(Client.ENGINE, "alice", MailAccounts.CALENDARS));
    }

    @Test
    void aTokenForTheOtherProtocolIsRefused() {
        refused(Way.OUTLOOK_IMAP, accounts.accessToken(Client.ENGINE, "alice", MailAccounts.OUTLOOK_POP));
        refused(Way.OUTLOOK_POP3, accounts.accessToken(Client.ENGINE, "alice", MailAccounts.OUTLOOK_IMAP));
    }

    @ParameterizedTest
    @EnumSource
    void aPasswordIsNoToken(Way way) {
        refused(way, DovecotServer.PASSWORDS.getOrDefault(ALICE, ""));
    }

    @ParameterizedTest
    @EnumSource
    void withTheProviderAwayTheMailboxIsOnlyForAWhileNotAvailable(Way way) {
        String token = accounts.accessToken(Client.ENGINE, "alice", way.scope);
        keycloak.tap().cut();
        try {
            ConnectionFailure failure = test(way, token).failure().orElseThrow();
            assertThat(failure.code()).isEqualTo(ConnectionCode.UNAVAILABLE);
            assertThat(failure.retryable()).isTrue();
            assertThat(failure.needsAdministrator()).isFalse();
        } finally {
            keycloak.tap().mend();
        }
        assertThat(test(way, token).passed()).as("when it is back").isTrue();
    }

    private void refused(Way way, String token) {
        refused(way, anonymous(token), ConnectionCode.TOKEN_REFUSED);
    }

    private void refused(Way way, AccessToken token, ConnectionCode code) {
        TestReport report = test(way, token);
        ConnectionFailure failure = report.failure()
                .orElseThrow(() -> new AssertionError("the mailbox was opened:\n" + report.transcript()));
        assertThat(failure.code()).as(report.transcript()).isEqualTo(code);
        assertThat(failure.stage()).isEqualTo(Stage.AUTHENTICATION);
        assertThat(failure.needsAdministrator()).isTrue();
        assertThat(report.transcript()).doesNotContain(token.value());
    }

    private TestReport test(Way way, String token) {
        return test(way, anonymous(token));
    }

    private TestReport test(Way way, AccessToken token) {
        OAuth2Client client = new OAuth2Client("keycloak", "Keycloak", Provider.OTHER, List.of(way.scope));
        return mailboxes
                .test()
                .run(
                        MailServerFixture.on(server(way), way.protocol).build(),
                        server -> new Credentials.BearerToken(token, client),
                        Seen.NOTHING,
                        () -> false);
    }

    private static AccessToken anonymous(String token) {
        return new AccessToken(token, null, List.of(), null);
    }

    private DovecotServer server(Way way) {
        return way == Way.GOOGLE_IMAP ? google : outlook;
    }
}
