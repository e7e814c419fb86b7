package org.incomingmail.dev.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.token.Tokens;
import jakarta.mail.AuthenticationFailedException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.incomingmail.dev.sandbox.certificates.CertificateAuthority;
import org.incomingmail.dev.sandbox.provider.Consenting;
import org.incomingmail.dev.sandbox.provider.MovableClock;
import org.incomingmail.dev.sandbox.provider.Provider;
import org.incomingmail.dev.sandbox.provider.ProviderSettings;
import org.incomingmail.dev.sandbox.provider.RegisteredClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mailboxes that only tokens open, over IMAPS and POP3S. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class TokenLoginTest {
    private static final String OWNER = SandboxOAuth.MAILBOX;

    private final MovableClock clock = new MovableClock();
    private Provider provider;
    private MailServers servers;
    private TlsClient client;
    private Consenting wiki;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        MailCapabilities.settle();
        RegisteredClient registered =
                SandboxOAuth.client("wiki", "secret", Set.of(URI.create("http://wiki.test/back")));
        provider = Provider.start(
                ProviderSettings.of((name, password) -> Optional.empty(), SandboxOAuth.SCOPES, List.of(registered))
                        .withClock(clock)
                        .withAccessTokenBytes(4000));
        CertificateAuthority authority = CertificateAuthority.open(home);
        servers = MailServers.start(
                home,
                clock,
                List.of("alice@wiki.test", OWNER, SandboxOAuth.SHARED),
                Optional.of(
                        new MailServers.TlsPorts(SandboxOAuth.MAILBOXES, provider.controls(), authority.forServers())));
        client = new TlsClient(servers, authority.pem());
        wiki = new Consenting(provider, registered);
        new MailClient(servers).send(SandboxOAuth.SHARED, "For all of us", "Hello");
    }

    @AfterAll
    void stop() {
        servers.close();
        provider.close();
    }

    private Tokens tokens(String account) throws Exception {
        return wiki.allowedBy(account, "mail.imap", "mail.pop", "offline_access");
    }

    private String token(String account) throws Exception {
        return tokens(account).getAccessToken().getValue();
    }

    private void assertRefused(String user, String token) {
        assertThatThrownBy(() -> client.count("imaps", "XOAUTH2", user, token))
                .isInstanceOf(AuthenticationFailedException.class)
                .hasMessageContaining("[AUTHENTICATIONFAILED]");
        // the client reads the challenge of POP3 as success, and the refusal as the answer to what it says next
        assertThatThrownBy(() -> client.count("pop3s", "XOAUTH2", user, token))
                .hasStackTraceContaining("[AUTH] The token does not open this mailbox");
    }

    @ParameterizedTest
    @ValueSource(strings = {"imaps", "pop3s"})
    void aLiveTokenOpensItsAccountsMailboxAndASharedOne(String protocol) throws Exception {
        String token = token(OWNER);
        assertThat(token).hasSizeGreaterThan(4096);
        assertThat(client.count(protocol, "XOAUTH2", OWNER, token)).isZero();
        assertThat(client.count(protocol, "XOAUTH2", SandboxOAuth.SHARED, token))
                .isEqualTo(1);
    }

    @Test
    void anExpiredTokenIsRefusedAndItsSuccessorOpens() throws Exception {
        Tokens tokens = tokens(OWNER);
        clock.pass(Duration.ofMinutes(5));
        assertRefused(OWNER, tokens.getAccessToken().getValue());
        String next = wiki.refreshed(tokens.getRefreshToken()).getAccessToken().getValue();
        assertThat(client.count("imaps", "XOAUTH2", OWNER, next)).isZero();
    }

    @Test
    void aRevokedTokenIsRefused() throws Exception {
        String token = token(OWNER);
        provider.controls().revoke(provider.controls().consents().get(0).id());
        assertRefused(OWNER, token);
    }

    @Test
    void somebodyElsesTokenIsRefused() throws Exception {
        String alices = token("alice@wiki.test");
        assertRefused(OWNER, alices);
        assertRefused(SandboxOAuth.SHARED, alices);
        assertRefused("nobody@wiki.test", alices);
        assertRefused(OWNER, "invented");
    }

    @Test
    void aTokenForAnotherServerOrWithoutTheScopeIsRefused() throws Exception {
        assertRefused(OWNER, wiki.allowedBy(OWNER, "calendar").getAccessToken().getValue());
        String imapOnly = wiki.allowedBy(OWNER, "mail.imap").getAccessToken().getValue();
        assertThat(client.count("imaps", "XOAUTH2", OWNER, imapOnly)).isZero();
        assertThatThrownBy(() -> client.count("pop3s", "XOAUTH2", OWNER, imapOnly))
                .hasStackTraceContaining("[AUTH]");
    }

    @Test
    void anApplicationsOwnTokenOpensTheMailboxesOfTokens() throws Exception {
        String token = wiki.own().getAccessToken().getValue();
        assertThat(client.count("imaps", "XOAUTH2", SandboxOAuth.SHARED, token)).isEqualTo(1);
        assertThat(client.count("pop3s", "XOAUTH2", OWNER, token)).isZero();
        assertRefused("alice@wiki.test", token);
    }

    @Test
    void whileTheProviderIsDownNobodyIsBlamed() throws Exception {
        String token = token(OWNER);
        provider.controls().setDown(true);
        try {
            assertThatThrownBy(() -> client.count("imaps", "XOAUTH2", OWNER, token))
                    .hasMessageContaining("[UNAVAILABLE]");
            assertThatThrownBy(() -> client.count("pop3s", "XOAUTH2", OWNER, token))
                    .hasMessageContaining("[SYS/TEMP]");
        } finally {
            provider.controls().setDown(false);
        }
        assertThat(client.count("imaps", "XOAUTH2", OWNER, token)).isZero();
    }

    @Test
    void passwordsOpenNothingHereNorDoesATokenInAPasswordsPlace() throws Exception {
        String token = token(OWNER);
        for (String secret : List.of("oauth", token)) {
            for (String protocol : List.of("imaps", "pop3s")) {
                assertThatThrownBy(() -> client.count(
                                protocol, protocol.equals("imaps") ? "LOGIN" : "LOGIN PLAIN", OWNER, secret))
                        .isInstanceOf(AuthenticationFailedException.class);
            }
        }
        var plain = new MailClient(servers);
        assertThatThrownBy(() -> plain.imap(OWNER, "oauth")).isInstanceOf(AuthenticationFailedException.class);
        assertThatThrownBy(() -> plain.pop3(OWNER, "oauth")).isInstanceOf(AuthenticationFailedException.class);
        assertThatThrownBy(() -> plain.imap(OWNER, token)).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void mailboxesWithAPasswordOpenOverTlsByEither() throws Exception {
        assertThat(client.count("imaps", "LOGIN", "alice", "alice")).isZero();
        assertThat(client.count("pop3s", "LOGIN", "alice", "alice")).isZero();
        assertThat(client.count("imaps", "XOAUTH2", "alice", token("alice@wiki.test")))
                .isZero();
    }

    @Test
    void whoDoesNotTrustTheAuthorityIsNotConnected(@TempDir Path other) throws Exception {
        var stranger = new TlsClient(servers, CertificateAuthority.open(other).pem());
        assertThatThrownBy(() -> stranger.count("imaps", "XOAUTH2", OWNER, "x")).hasStackTraceContaining("PKIX path");
        assertThatThrownBy(() -> stranger.count("pop3s", "XOAUTH2", OWNER, "x")).hasStackTraceContaining("PKIX path");
    }

    @Test
    void imapSaysWhyAsTheMechanismHasIt() throws Exception {
        String said = client.talk(
                servers.imapsPort(),
                "a AUTHENTICATE OAUTHBEARER " + TlsClient.oauthbearer(OWNER, "invented"),
                "AQ==",
                "b AUTHENTICATE XOAUTH2",
                TlsClient.xoauth2(OWNER, "invented"),
                "",
                "c AUTHENTICATE XOAUTH2 " + TlsClient.base64("nonsense"),
                "d AUTHENTICATE CRAM-MD5",
                "e SELECT INBOX",
                "f AUTHENTICATE OAUTHBEARER " + TlsClient.oauthbearer(OWNER, token(OWNER)),
                "g NOOP");
        String[] lines = said.split("\n");
        assertThat(lines[0]).contains("SASL-IR", "AUTH=XOAUTH2", "AUTH=OAUTHBEARER");
        assertThat(TlsClient.decoded(lines[1].substring(2)))
                .isEqualTo("{\"status\":\"invalid_token\",\"scope\":\"mail.imap\"}");
        assertThat(lines[2]).startsWith("a NO [AUTHENTICATIONFAILED]");
        assertThat(lines[3]).isEqualTo("+ ");
        assertThat(TlsClient.decoded(lines[4].substring(2)))
                .isEqualTo("{\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"mail.imap\"}");
        assertThat(lines[5]).startsWith("b NO [AUTHENTICATIONFAILED]");
        assertThat(lines[6]).startsWith("c BAD");
        assertThat(lines[7]).startsWith("d NO");
        assertThat(lines[8]).startsWith("e BAD");
        assertThat(lines[9]).startsWith("f OK");
        assertThat(lines[10]).startsWith("g OK");
    }

    @Test
    void pop3SaysWhyAsTheMechanismHasIt() throws Exception {
        String[] lines = client.talk(
                        servers.pop3sPort(),
                        "AUTH XOAUTH2",
                        TlsClient.xoauth2(OWNER, "invented"),
                        "",
                        "AUTH OAUTHBEARER " + TlsClient.oauthbearer(OWNER, token(OWNER)),
                        "STAT")
                .split("\n");
        assertThat(lines[1]).isEqualTo("+ ");
        assertThat(TlsClient.decoded(lines[2].substring(2))).contains("\"status\":\"401\"");
        assertThat(lines[3]).startsWith("-ERR [AUTH]");
        assertThat(lines[4]).startsWith("+OK");
        assertThat(lines[5]).isEqualTo("+OK 0 0");
    }

    @Test
    void passwordsMayBeSentAsLiteralsOrQuoted() throws Exception {
        String[] lines = client.talk(servers.imapsPort(), "a LOGIN {5}", "alice {5+}\r\nalice")
                .split("\n");
        assertThat(lines[1]).startsWith("+ ");
        assertThat(lines[2]).startsWith("a OK");
        assertThat(client.talk(servers.imapsPort(), "a LOGIN \"alice\" \"al\\ice\""))
                .contains("a OK");
    }

    @Test
    void whoGuessesIsSentAway() throws Exception {
        String[] tries = new String[12];
        java.util.Arrays.fill(tries, "a LOGIN alice wrong");
        assertThat(client.talk(servers.imapsPort(), tries)).contains("* BYE");
    }

    @Test
    void endlessLinesAreCutOff() throws Exception {
        assertThat(client.talk(servers.imapsPort(), "a LOGIN alice " + "x".repeat(70_000)))
                .endsWith("null\n");
    }
}
