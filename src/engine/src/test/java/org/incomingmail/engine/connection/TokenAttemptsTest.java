package org.incomingmail.engine.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.incomingmail.engine.connection.provider.Asking;
import org.incomingmail.engine.connection.provider.TokenCode;
import org.incomingmail.engine.connection.provider.TokenFailures;
import org.incomingmail.engine.connection.provider.TokenProblem;
import org.incomingmail.engine.connection.provider.TokenProblem.Outage;
import org.incomingmail.engine.connection.provider.TokenProblem.Refusal;
import org.incomingmail.engine.mailserver.MailServerFixture;
import org.incomingmail.engine.mailserver.Seen;
import org.incomingmail.engine.mailserver.TestAuthority;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.Protocol;
import org.incomingmail.engine.server.Provider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail server that refuses a token is asked once more with another one; what then fails is told with its cause. */
class TokenAttemptsTest {
    private static final String EXPIRED = "{\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"mail\"}";
    private static final String NO = "NO [AUTHENTICATIONFAILED] Authentication failed.";

    @TempDir
    static Path directory;

    private static TestAuthority authority;
    private static Path keys;
    private final AngusMailboxes mailboxes = new AngusMailboxes();

    @BeforeAll
    static void certificates() throws Exception {
        authority = TestAuthority.in(directory);
        authority.issue("server", "IP:127.0.0.1");
        keys = authority.keyStore("server");
    }

    @AfterEach
    void close() {
        mailboxes.close();
    }

    @Test
    void aRefusedTokenIsRefreshedOnceAndTriedOnANewConnectionByImap() throws Exception {
        FakeTokens tokens = new FakeTokens("old", "new");
        try (TokenMailServer server = TokenMailServer.imap(keys, "new", EXPIRED, NO)) {
            mailboxes.open(imap(server), tokens.source()).close();

            assertThat(tokens.asked()).containsExactly("token", "after old");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aRefusedTokenIsRefreshedOnceAndTriedOnANewConnectionByPop3() throws Exception {
        FakeTokens tokens = new FakeTokens("old", "new");
        try (TokenMailServer server =
                TokenMailServer.pop3(keys, "new", EXPIRED, "-ERR [AUTH] Authentication failed.")) {
            mailboxes.open(pop3(server), tokens.source()).close();

            assertThat(tokens.asked()).containsExactly("token", "after old");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aSecondRefusalIsTheEnd() throws Exception {
        FakeTokens tokens = new FakeTokens("old", "new", "newest");
        try (TokenMailServer server = TokenMailServer.imap(keys, "newest", EXPIRED, NO)) {
            ConnectionFailure failure = failure(imap(server), tokens);

            assertThat(failure.code()).isEqualTo(ConnectionCode.TOKEN_REFUSED);
            assertThat(failure.stage()).isEqualTo(Stage.AUTHENTICATION);
            assertThat(failure.serverSaid().orElse("")).contains("AUTHENTICATIONFAILED", "\"status\":\"401\"");
            assertThat(tokens.asked()).containsExactly("token", "after old");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void theSameTokenIsNotSentTwice() throws Exception {
        FakeTokens tokens = new FakeTokens("only");
        try (TokenMailServer server = TokenMailServer.imap(keys, "another", EXPIRED, NO)) {
            assertThat(failure(imap(server), tokens).code()).isEqualTo(ConnectionCode.TOKEN_REFUSED);

            assertThat(tokens.asked()).containsExactly("token", "after only");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatCannotReachItsProviderIsNoReasonToRefresh() throws Exception {
        for (String said : new String[] {
            "NO [UNAVAILABLE] Temporary authentication failure. [vm:2026-11-24 10:00:00]",
            "NO [AUTHENTICATIONFAILED] Temporary authentication failure.",
            "NO Request is throttled. Suggested Backoff Time: 20000 milliseconds",
            "NO AUTHENTICATE failed. Error=\"AuthFailed:LogonDenied-None-OAuthLog:AuthExc_Auth Failed\""
        }) {
            FakeTokens tokens = new FakeTokens("old", "new");
            try (TokenMailServer server = TokenMailServer.imap(keys, "new", "", said)) {
                ConnectionFailure failure = failure(imap(server), tokens);

                assertThat(failure.code()).as(said).isNotEqualTo(ConnectionCode.TOKEN_REFUSED);
                assertThat(tokens.asked()).as(said).containsExactly("token");
            }
        }
    }

    @Test
    void anEndedConsentIsToldInsteadOfTheServersRefusal() throws Exception {
        FakeTokens tokens = new FakeTokens("old")
                .failAfterRefusal(failed(new Refusal("invalid_grant", "Token has been expired or revoked.")));
        try (TokenMailServer server = TokenMailServer.imap(keys, "new", EXPIRED, NO)) {
            ConnectionFailure failure = failure(imap(server), tokens);

            assertThat(failure.code()).isEqualTo(TokenCode.GOOGLE_GRANT_ENDED);
            assertThat(failure.stage()).isEqualTo(Stage.TOKEN);
            assertThat(failure.needsAdministrator()).isTrue();
        }
    }

    @Test
    void aProviderThatIsDownWhileRefreshingMakesTheFailureTransient() throws Exception {
        FakeTokens tokens =
                new FakeTokens("old").failAfterRefusal(failed(new Outage(Outage.Kind.UNREACHABLE, "no route")));
        try (TokenMailServer server = TokenMailServer.imap(keys, "new", EXPIRED, NO)) {
            ConnectionFailure failure = failure(imap(server), tokens);

            assertThat(failure.code()).isEqualTo(TokenCode.PROVIDER_UNREACHABLE);
            assertThat(failure.retryable()).isTrue();
            assertThat(failure.needsAdministrator()).isFalse();
        }
    }

    @Test
    void aTokenIsAskedForOnlyWhenTheServerHasAnswered() throws Exception {
        FakeTokens tokens = new FakeTokens("tok");
        MailServer nobodyThere = MailServerFixture.at(Protocol.IMAPS, 1).oauth().build();

        assertThat(failure(nobodyThere, tokens).stage()).isEqualTo(Stage.TCP);
        assertThat(tokens.asked()).isEmpty();
    }

    @Test
    void withoutAnyConsentNobodyIsAsked() throws Exception {
        FakeTokens tokens = new FakeTokens("tok");
        try (TokenMailServer server = TokenMailServer.imap(keys, "tok", EXPIRED, NO)) {
            MailServer never = at(Protocol.IMAPS, server)
                    .authentication(new Authentication.OAuth2("client", null, Authentication.Grant.AUTHORIZATION_CODE))
                    .build();
            assertThat(failure(never, tokens).code()).isEqualTo(TokenCode.NOT_AUTHORIZED);
            assertThat(failure(never, tokens).arguments()).contains("Mail client");
            assertThat(tokens.asked()).isEmpty();

            MailServer appOnly = at(Protocol.IMAPS, server)
                    .authentication(new Authentication.OAuth2("client", null, Authentication.Grant.CLIENT_CREDENTIALS))
                    .build();
            mailboxes.open(appOnly, tokens.source()).close();
        }
    }

    @Test
    void aTokenThatCouldSmuggleSomethingIntoTheLoginIsNotSent() throws Exception {
        for (String value : new String[] {"", "tok\1\1", "tok\r\nA1 LOGOUT", "to ken"}) {
            FakeTokens tokens = new FakeTokens(value);
            try (TokenMailServer server = TokenMailServer.imap(keys, "tok", EXPIRED, NO)) {
                assertThat(failure(imap(server), tokens).code()).isEqualTo(TokenCode.PROVIDER_NOT_OAUTH);
                assertThat(server.heard()).noneMatch(line -> line.contains("AUTHENTICATE"));
            }
        }
    }

    @Test
    void scopesThatWereNotGrantedAreTheCauseOfARefusal() throws Exception {
        FakeTokens tokens = new FakeTokens("tok").of(Provider.MICROSOFT).scopes("https://outlook.office.com/SMTP.Send");
        try (TokenMailServer server = TokenMailServer.imap(keys, "other", "", "NO AUTHENTICATE failed.")) {
            ConnectionFailure failure = failure(imap(server), tokens);

            assertThat(failure.code()).isEqualTo(TokenCode.SCOPE_LACKING);
            assertThat(failure.arguments())
                    .containsExactly("Mail client", "https://outlook.office.com/IMAP.AccessAsUser.All");
            assertThat(failure.serverSaid()).contains("NO AUTHENTICATE failed.");
        }
    }

    @Test
    void aMailServerMayNameTheScopeItself() throws Exception {
        String insufficient = "{\"status\":\"insufficient_scope\",\"scope\":\"mail.read\"}";
        try (TokenMailServer server = TokenMailServer.imap(keys, "other", insufficient, NO)) {
            ConnectionFailure failure = failure(imap(server), new FakeTokens("tok"));

            assertThat(failure.code()).isEqualTo(ConnectionCode.TOKEN_SCOPE);
            assertThat(failure.arguments()).last().isEqualTo("mail.read");
        }
    }

    @Test
    void aTokenOfSomebodyElseIsTheCauseOfARefusalButNoCauseWhenTheServerTakesIt() throws Exception {
        FakeTokens tokens = new FakeTokens("tok").account("bob@mail.test");
        try (TokenMailServer server = TokenMailServer.imap(keys, "other", EXPIRED, NO)) {
            ConnectionFailure failure = failure(imap(server), tokens);

            assertThat(failure.code()).isEqualTo(ConnectionCode.TOKEN_OTHER_ACCOUNT);
            assertThat(failure.arguments()).containsSubsequence("alice@mail.test", "bob@mail.test");
        }
        try (TokenMailServer shared = TokenMailServer.imap(keys, "tok", EXPIRED, NO)) {
            mailboxes.open(imap(shared), tokens.source()).close();
        }
    }

    @Test
    void testConnectionTellsClientAccountScopesExpiryAndThatItRefreshed() throws Exception {
        FakeTokens tokens = new FakeTokens("old", "new")
                .of(Provider.GOOGLE)
                .scopes("https://mail.google.com/", "openid")
                .account("alice@mail.test");
        try (TokenMailServer server = TokenMailServer.imap(keys, "new", EXPIRED, NO)) {
            TestReport report = test(imap(server), tokens);

            assertThat(report.failure()).isEmpty();
            assertThat(report.stages())
                    .extracting(StageResult::stage)
                    .containsSubsequence(Stage.CAPABILITIES, Stage.TOKEN, Stage.AUTHENTICATION, Stage.MAILBOX);
            assertThat(details(report, Stage.TOKEN))
                    .containsEntry("client", "Mail client")
                    .containsEntry("account", "alice@mail.test")
                    .containsEntry("scopes", "https://mail.google.com/ openid")
                    .containsEntry("expires", FakeTokens.EXPIRES.toString())
                    .containsEntry("refreshed", "true")
                    .doesNotContainKey("lacking");
            assertThat(details(report, Stage.TOKEN).get("refused")).contains("AUTHENTICATIONFAILED");
            assertThat(details(report, Stage.AUTHENTICATION)).containsEntry("mechanism", "XOAUTH2");
        }
    }

    @Test
    void testConnectionShowsTheTokenStageAsFailedAndTheLoginAsNotReached() throws Exception {
        FakeTokens tokens = new FakeTokens("old")
                .scopes("mail")
                .failAfterRefusal(failed(new Refusal("invalid_client", "AADSTS7000222: expired")));
        try (TokenMailServer server = TokenMailServer.imap(keys, "new", EXPIRED, NO)) {
            TestReport report = test(imap(server), tokens);

            assertThat(report.failure().orElseThrow().code()).isEqualTo(TokenCode.ENTRA_SECRET_EXPIRED);
            assertThat(verdict(report, Stage.TOKEN)).isEqualTo(StageResult.Verdict.FAILED);
            assertThat(verdict(report, Stage.AUTHENTICATION)).isEqualTo(StageResult.Verdict.SKIPPED);
        }
    }

    @Test
    void testConnectionHidesEveryTokenItUsed() throws Exception {
        String old = "old-secret-token";
        FakeTokens tokens = new FakeTokens(old, "new-secret-token");
        try (TokenMailServer server =
                TokenMailServer.imap(keys, "other", "{\"status\":\"401 " + old + "\"}", "NO I know " + old)) {
            TestReport report = test(imap(server), tokens);

            assertThat(report.transcript() + report.failure() + report.stages())
                    .contains("once more with another token", "***")
                    .doesNotContain("secret-token", "c2VjcmV0LXRva2Vu")
                    .doesNotContain("auth=Bearer");
        }
    }

    private TestReport test(MailServer server, FakeTokens tokens) {
        return mailboxes.test().run(server, tokens.source(), Seen.NOTHING, () -> false, Duration.ofMinutes(1));
    }

    private ConnectionFailure failure(MailServer server, FakeTokens tokens) {
        return catchThrowableOfType(ConnectionFailedException.class, () -> mailboxes.open(server, tokens.source()))
                .failure();
    }

    private static ConnectionFailedException failed(TokenProblem problem) {
        Asking asking = new Asking("Mail client", Provider.GOOGLE, Asking.Purpose.USE, null, Instant.EPOCH);
        return TokenFailures.explain(problem, asking).exception(new IllegalStateException("refused"));
    }

    private static MailServer imap(TokenMailServer server) {
        return at(Protocol.IMAPS, server).build();
    }

    private static MailServer pop3(TokenMailServer server) {
        return at(Protocol.POP3S, server).build();
    }

    private static MailServerFixture at(Protocol protocol, TokenMailServer server) {
        try {
            return MailServerFixture.at(protocol, server.port())
                    .ca(authority.pem())
                    .timeout(Duration.ofSeconds(20))
                    .oauth();
        } catch (java.io.IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> details(TestReport report, Stage stage) {
        return result(report, stage).details();
    }

    private static StageResult.Verdict verdict(TestReport report, Stage stage) {
        return result(report, stage).verdict();
    }

    private static StageResult result(TestReport report, Stage stage) {
        return report.stages().stream()
                .filter(result -> result.stage() == stage)
                .findFirst()
                .orElseThrow();
    }
}
