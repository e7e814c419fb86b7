package org.incomingmail.engine.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.mailserver.MailServerFixture;
import org.incomingmail.engine.mailserver.Seen;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Protocol;
import org.incomingmail.engine.server.StartTls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionTestTest {
    private static final String ALICE = "alice@mail.test";
    private static DovecotServer dovecot;
    private final AngusMailboxes mailboxes = new AngusMailboxes();

    @BeforeAll
    static void start() {
        dovecot = DovecotServer.start();
        dovecot.deliver(ALICE, "One");
        dovecot.deliver(ALICE, "Two");
    }

    @AfterAll
    static void stop() {
        dovecot.close();
    }

    @AfterEach
    void close() {
        mailboxes.close();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void everyStageIsReportedWithTimeAndFindingsAndNothingChanges(Protocol protocol) {
        MailServerFixture server = MailServerFixture.on(dovecot, protocol).after(AfterProcessing.DELETE, null);

        TestReport report = test(server);

        assertThat(report.failure()).isEmpty();
        assertThat(report.wanted()).contains(2);
        assertThat(details(report, Stage.MAILBOX)).containsEntry("exists", "2").containsEntry("wanted", "2");
        assertThat(details(report, Stage.DNS).get("addresses")).contains("127.0.0.1");
        assertThat(details(report, Stage.GREETING).get("greeting")).contains("Dovecot");
        assertThat(details(report, Stage.CAPABILITIES).get("capabilities")).contains("PLAIN");
        if (protocol.secure()) {
            assertThat(details(report, Stage.TLS)).containsKeys("version", "cipher", "subject", "issuer", "expires");
        }
        assertThat(dovecot.subjects(ALICE, "INBOX")).hasSize(2);
        assertThat(dovecot.flags(ALICE, "INBOX")).noneMatch(flags -> flags.contains("Seen"));
    }

    @Test
    void startTlsShowsItsCertificateToo() {
        TestReport report = test(
                MailServerFixture.on(dovecot, Protocol.IMAP).host("127.0.0.2").startTls(StartTls.REQUIRE));

        assertThat(report.failure()).isEmpty();
        assertThat(details(report, Stage.TLS).get("version")).startsWith("TLSv1.");
    }

    @Test
    void anUntrustedCertificateIsShownWithItsChain() {
        TestReport report = test(MailServerFixture.on(dovecot, Protocol.IMAPS).ca(null));

        assertThat(report.failure().orElseThrow().code()).isEqualTo(ConnectionCode.TLS_UNTRUSTED);
        assertThat(report.failure().orElseThrow().arguments().get(3)).contains("Test Authority");
        assertThat(details(report, Stage.TLS).get("chain")).contains("CN=server");
        assertThat(verdict(report, Stage.TCP)).isEqualTo(StageResult.Verdict.PASSED);
        assertThat(verdict(report, Stage.TLS)).isEqualTo(StageResult.Verdict.FAILED);
        assertThat(verdict(report, Stage.MAILBOX)).isEqualTo(StageResult.Verdict.SKIPPED);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void theTranscriptShowsWhatWasSaidButNoPasswordInAnyForm(Protocol protocol) {
        String password = DovecotServer.PASSWORDS.get(ALICE);
        String plain = Sasl.plain(ALICE, String.valueOf(password));

        String transcript = test(MailServerFixture.on(dovecot, protocol)).transcript();

        assertThat(transcript).contains("S: ", "C: ", "***", "Dovecot");
        assertThat(transcript)
                .doesNotContain(String.valueOf(password))
                .doesNotContain(Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aMissingFolderIsNamedAndTheTargetOfMovingIsLookedUp() {
        MailServerFixture server = MailServerFixture.on(dovecot, Protocol.IMAPS);

        TestReport missing = test(server.folder("Nirgendwo"));
        assertThat(missing.failure().orElseThrow().code()).isEqualTo(ConnectionCode.MAILBOX_FOLDER_MISSING);
        assertThat(missing.failure().orElseThrow().arguments()).contains("Nirgendwo");

        TestReport move = test(server.after(AfterProcessing.MOVE, "処理済み"));
        assertThat(move.failure()).isEmpty();
        assertThat(details(move, Stage.RIGHTS).get("rights")).contains("READ-WRITE", "処理済み (CREATE)");
        assertThat(dovecot.folders(ALICE)).doesNotContain("処理済み");
    }

    private TestReport test(MailServerFixture server) {
        return mailboxes.test().run(server.build(), server.password(), Seen.NOTHING, () -> false);
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
