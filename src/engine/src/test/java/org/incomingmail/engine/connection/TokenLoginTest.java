package org.incomingmail.engine.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.incomingmail.engine.mailbox.Mailbox;
import org.incomingmail.engine.mailserver.MailServerFixture;
import org.incomingmail.engine.mailserver.ScriptedServer;
import org.incomingmail.engine.mailserver.ScriptedServer.Script;
import org.incomingmail.engine.mailserver.TestAuthority;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an access token goes over the wire. */
class TokenLoginTest {
    private static final String REFUSAL = base64("{\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"mail\"}");

    @TempDir
    static Path directory;

    private static TestAuthority authority;
    private static Path keys;
    private final AngusMailboxes mailboxes = new AngusMailboxes();

    @BeforeAll
    static void certificates() {
        authority = TestAuthority.in(directory);
        try {
            authority.issue("server", "IP:127.0.0.1");
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        keys = authority.keyStore("server");
    }

    @AfterEach
    void close() {
        mailboxes.close();
    }

    @Test
    void imapTakesOauthBearerWhereOfferedWithTheInitialResponse() throws Exception {
        assertThat(heardByImap("AUTH=XOAUTH2 AUTH=OAUTHBEARER SASL-IR", "tok"))
                .anyMatch(line -> line.endsWith("AUTHENTICATE OAUTHBEARER "
                        + base64("n,a=alice@mail.test,\1host=127.0.0.1\1port=PORT\1auth=Bearer tok\1\1")));
    }

    @Test
    void imapTakesXoauth2OtherwiseHoweverLongTheToken() throws Exception {
        String token = "t".repeat(9_000);
        assertThat(heardByImap("AUTH=PLAIN AUTH=XOAUTH2 SASL-IR", token))
                .anyMatch(line -> line.endsWith(
                        "AUTHENTICATE XOAUTH2 " + base64("user=alice@mail.test\1auth=Bearer " + token + "\1\1")));
    }

    @Test
    void pop3AlwaysSendsTheTokenInASecondStep() throws Exception {
        Script script = with -> {
            pop3Hello(with);
            with.say("+ ");
            with.hear();
            with.say("+OK welcome");
            with.hear(); // STAT
            with.say("+OK 0 0");
            with.hear(); // UIDL
            with.say("+OK", ".");
            with.hear(); // QUIT
            with.say("+OK bye");
        };
        try (ScriptedServer server = ScriptedServer.tls(keys, script)) {
            open(server, Protocol.POP3S, "tok").close();

            assertThat(server.heard())
                    .containsSubsequence(
                            "AUTH XOAUTH2",
                            base64("user=alice@mail.test\1auth=Bearer tok\1\1"),
                            "STAT",
                            "UIDL",
                            "QUIT");
        }
    }

    @Test
    void aRefusedTokenIsRecognisedOnImapAndItsChallengeAnsweredAndDecoded() throws Exception {
        Script script = with -> {
            with.say("* OK hi");
            String tag = with.tag();
            with.say("* CAPABILITY IMAP4rev1 AUTH=XOAUTH2 SASL-IR", tag + " OK done");
            tag = with.tag();
            with.say("+ " + REFUSAL);
            with.hear();
            with.say(tag + " NO [AUTHENTICATIONFAILED] Authentication failed.");
            with.hear();
        };
        try (ScriptedServer server = ScriptedServer.tls(keys, script)) {
            ConnectionFailure failure = refusal(server, Protocol.IMAPS);

            assertThat(failure.code()).isEqualTo(ConnectionCode.TOKEN_REFUSED);
            assertThat(failure.serverSaid().orElse("")).contains("\"status\":\"401\"");
            assertThat(server.heard().get(2)).isEmpty();
        }
    }

    @Test
    void aRefusedTokenIsRecognisedOnPop3AtLoginNotLater() throws Exception {
        Script script = with -> {
            pop3Hello(with);
            with.say("+ ");
            with.hear();
            with.say("+ " + REFUSAL);
            with.hear();
            with.say("-ERR [AUTH] Authentication failed.");
            with.hear();
        };
        try (ScriptedServer server = ScriptedServer.tls(keys, script)) {
            ConnectionFailure failure = refusal(server, Protocol.POP3S);

            assertThat(failure.code()).isEqualTo(ConnectionCode.TOKEN_REFUSED);
            assertThat(failure.stage()).isEqualTo(Stage.AUTHENTICATION);
        }
    }

    @Test
    void aProviderThatIsDownIsNotTakenForARefusal() throws Exception {
        Script script = with -> {
            pop3Hello(with);
            with.say("+ ");
            with.hear();
            with.say("-ERR [SYS/TEMP] Temporary authentication failure. tok-secret");
            with.hear();
        };
        try (ScriptedServer server = ScriptedServer.tls(keys, script)) {
            ConnectionFailedException failed = catchThrowableOfType(
                    ConnectionFailedException.class, () -> open(server, Protocol.POP3S, "tok-secret"));

            assertThat(failed.failure().code()).isEqualTo(ConnectionCode.UNAVAILABLE);
            assertThat(failed.failure().retryable()).isTrue();
            assertThat(failed.toString() + failed.getCause()).doesNotContain("tok-secret");
        }
    }

    private List<String> heardByImap(String capabilities, String token) throws Exception {
        Script script = with -> {
            with.say("* OK hi");
            String tag = with.tag();
            with.say("* CAPABILITY IMAP4rev1 " + capabilities, tag + " OK done");
            with.say(with.tag() + " OK logged in");
            tag = with.tag();
            with.say("* CAPABILITY IMAP4rev1", tag + " OK done");
            tag = with.tag();
            with.say("* 0 EXISTS", "* OK [UIDVALIDITY 1] fine", tag + " OK [READ-ONLY] opened");
            with.say(with.tag() + " OK bye");
        };
        try (ScriptedServer server = ScriptedServer.tls(keys, script)) {
            open(server, Protocol.IMAPS, token).close();
            String port = Integer.toString(server.port());
            return server.heard().stream()
                    .map(line -> withPortNamed(line, port))
                    .toList();
        }
    }

    private static String withPortNamed(String line, String port) {
        String last = line.substring(line.lastIndexOf(' ') + 1);
        if (!line.contains("OAUTHBEARER")) {
            return line;
        }
        String decoded = new String(Base64.getDecoder().decode(last), StandardCharsets.UTF_8);
        return line.replace(last, base64(decoded.replace("port=" + port, "port=PORT")));
    }

    private static void pop3Hello(ScriptedServer.Conversation with) throws java.io.IOException {
        with.say("+OK ready");
        with.hear(); // CAPA
        with.say("+OK", "SASL PLAIN XOAUTH2", "UIDL", ".");
        with.hear(); // AUTH
    }

    private ConnectionFailure refusal(ScriptedServer server, Protocol protocol) {
        return catchThrowableOfType(ConnectionFailedException.class, () -> open(server, protocol, "tok"))
                .failure();
    }

    private Mailbox open(ScriptedServer server, Protocol protocol, String token) throws ConnectionFailedException {
        try {
            return mailboxes.open(
                    MailServerFixture.at(protocol, server.port())
                            .ca(authority.pem())
                            .oauth()
                            .build(),
                    new FakeTokens(token).source());
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
