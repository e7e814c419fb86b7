package org.incomingmail.engine.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.incomingmail.engine.mailserver.MailServerFixture;
import org.incomingmail.engine.mailserver.ScriptedServer;
import org.incomingmail.engine.mailserver.ScriptedServer.Script;
import org.incomingmail.engine.mailserver.Seen;
import org.incomingmail.engine.mailserver.TestAuthority;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server does, the answer is a clear code within the time limit, and no secret goes where it must not. */
class HostileServerTest {
    private static final Duration LIMIT = Duration.ofSeconds(4);
    private final AngusMailboxes mailboxes = new AngusMailboxes();

    @AfterEach
    void close() {
        mailboxes.close();
    }

    static Stream<Arguments> scripts() {
        String hello = "* OK ready";
        return Stream.of(
                script("silent", Protocol.IMAP, with -> with.beSilent(), ConnectionCode.GREETING_SILENT),
                script("silent in TLS", Protocol.IMAPS, with -> with.beSilent(), ConnectionCode.TIMEOUT),
                script("silent POP3", Protocol.POP3, with -> with.beSilent(), ConnectionCode.GREETING_SILENT),
                script("slow drip", Protocol.IMAP, with -> with.repeat("*", 100), ConnectionCode.GREETING_SILENT),
                script("drip in TLS", Protocol.IMAPS, with -> with.repeat("\26", 100), ConnectionCode.TIMEOUT),
                script(
                        "endless greeting",
                        Protocol.IMAP,
                        with -> with.repeat("* OK ".repeat(10_000), 0),
                        ConnectionCode.GREETING_WRONG_PROTOCOL),
                script(
                        "endless POP3 greeting",
                        Protocol.POP3,
                        with -> with.repeat("+OK ".repeat(10_000), 0),
                        ConnectionCode.GREETING_WRONG_PROTOCOL),
                script(
                        "HTTP",
                        Protocol.IMAP,
                        with -> with.say("HTTP/1.1 400 Bad Request", "Content-Length: 0", ""),
                        ConnectionCode.GREETING_WRONG_PROTOCOL),
                script(
                        "SMTP on POP3",
                        Protocol.POP3,
                        with -> with.say("220 mail.example ESMTP"),
                        ConnectionCode.GREETING_WRONG_PROTOCOL),
                script("POP3", Protocol.IMAP, with -> with.say("+OK ready"), ConnectionCode.GREETING_WRONG_PROTOCOL),
                script("IMAP on TLS", Protocol.IMAPS, with -> with.say(hello), ConnectionCode.TLS_PLAIN_SERVER),
                script("turned away", Protocol.IMAP, with -> with.say("* BYE no"), ConnectionCode.GREETING_REFUSED),
                script("hangs up", Protocol.IMAP, with -> {}, ConnectionCode.CLOSED),
                script(
                        "gigantic literal",
                        Protocol.IMAP,
                        with -> {
                            with.say(hello);
                            with.hear();
                            with.say("* CAPABILITY {2000000000}");
                        },
                        ConnectionCode.PROTOCOL),
                script(
                        "endless responses",
                        Protocol.IMAP,
                        with -> {
                            with.say(hello);
                            with.repeat("* OK and on\r\n".repeat(1_000), 0);
                        },
                        // whichever bound a machine of this speed reaches first: time or size
                        ConnectionCode.TIMEOUT,
                        ConnectionCode.PROTOCOL),
                script(
                        "endless capabilities",
                        Protocol.POP3,
                        with -> {
                            with.say("+OK ready", "+OK");
                            with.repeat("X-MORE\r\n".repeat(1_000), 0);
                        },
                        ConnectionCode.PROTOCOL),
                script(
                        "nonsense",
                        Protocol.IMAP,
                        with -> with.say(hello, "* FETCH ((((", "* 1 FETCH (UID", ")))", "\0\0"),
                        ConnectionCode.PROTOCOL));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scripts")
    void aHostileServerEndsInAClearCodeWithinTheLimit(
            String name, Protocol protocol, Script script, List<ConnectionCode> expected) throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(script)) {
            TestReport report = test(MailServerFixture.at(protocol, server.port()), () -> false);

            assertThat(report.failure().orElseThrow().code()).isIn(expected);
            assertThat(report.took()).isLessThan(LIMIT.multipliedBy(2));
            assertThat(report.transcript().length()).isLessThan(80_000);
            assertThat(String.join("\n", server.heard())).doesNotContain("correct horse");
        }
    }

    @Test
    void cancellingEndsTheTestAtOnce() throws Exception {
        AtomicBoolean cancelled = new AtomicBoolean();
        try (ScriptedServer server = ScriptedServer.plain(with -> {
            cancelled.set(true);
            with.beSilent();
        })) {
            Duration patient = Duration.ofMinutes(2);
            TestReport report = mailboxes
                    .test()
                    .run(
                            MailServerFixture.at(Protocol.IMAP, server.port())
                                    .timeout(patient)
                                    .build(),
                            MailServerFixture.password("correct horse"),
                            Seen.NOTHING,
                            cancelled::get,
                            patient);

            assertThat(report.failure().orElseThrow().code()).isEqualTo(ConnectionCode.CANCELLED);
            assertThat(report.took()).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void aCertificateForAnotherHostIsRefusedAndShown(@TempDir Path directory) throws Exception {
        TestAuthority authority = TestAuthority.in(directory);
        authority.issue("other", "DNS:other.example");
        try (ScriptedServer server = ScriptedServer.tls(authority.keyStore("other"), with -> with.say("* OK hi"))) {
            TestReport report =
                    test(MailServerFixture.at(Protocol.IMAPS, server.port()).ca(authority.pem()), () -> false);

            assertThat(report.failure().orElseThrow().code()).isEqualTo(ConnectionCode.TLS_NAME_MISMATCH);
            assertThat(details(report, Stage.TLS)).contains("CN=other", "CN=Test Authority");
        }
    }

    @Test
    void aTokenIsNeverSentInClearNorByAMechanismTheServerDoesNotOffer(@TempDir Path directory) throws Exception {
        CredentialSource token = new FakeTokens("ya29.token").source();
        TestAuthority authority = TestAuthority.in(directory);
        authority.issue("server", "IP:127.0.0.1");
        Script onlyPasswords = with -> {
            with.say("* OK hi");
            String tag = with.tag();
            with.say("* CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=LOGIN SASL-IR", tag + " OK done");
            with.hear();
        };
        try (ScriptedServer plain = ScriptedServer.plain(onlyPasswords);
                ScriptedServer secure = ScriptedServer.tls(authority.keyStore("server"), onlyPasswords)) {
            TestReport inClear =
                    test(MailServerFixture.at(Protocol.IMAP, plain.port()).oauth(), token);
            TestReport withoutMechanism = test(
                    MailServerFixture.at(Protocol.IMAPS, secure.port())
                            .ca(authority.pem())
                            .oauth(),
                    token);

            assertThat(inClear.failure().orElseThrow().code()).isEqualTo(ConnectionCode.TOKEN_NEEDS_TLS);
            assertThat(withoutMechanism.failure().orElseThrow().code())
                    .isEqualTo(ConnectionCode.TOKEN_MECHANISM_MISSING);
            assertThat(plain.heard()).noneMatch(line -> line.contains("AUTH") || line.contains("LOGIN"));
            assertThat(secure.heard()).noneMatch(line -> line.contains("AUTH") || line.contains("LOGIN"));
        }
    }

    private TestReport test(MailServerFixture server, java.util.function.BooleanSupplier cancelled) {
        return mailboxes
                .test()
                .run(server.build(), MailServerFixture.password("correct horse"), Seen.NOTHING, cancelled, LIMIT);
    }

    private TestReport test(MailServerFixture server, CredentialSource credentials) {
        return mailboxes.test().run(server.build(), credentials, Seen.NOTHING, () -> false, LIMIT);
    }

    private static String details(TestReport report, Stage stage) {
        return report.stages().stream()
                .filter(result -> result.stage() == stage)
                .map(result -> result.details().toString())
                .findFirst()
                .orElse("");
    }

    private static Arguments script(String name, Protocol protocol, Script script, ConnectionCode... expected) {
        return Arguments.of(name, protocol, script, List.of(expected));
    }
}
