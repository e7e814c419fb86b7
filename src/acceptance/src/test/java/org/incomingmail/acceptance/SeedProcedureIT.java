package org.incomingmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** The documented procedure, step by step, by an administrator who sits in front of Chromium. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedProcedureIT {
    private static final String MAILBOX = "bob@mail.test";
    private static final String LIST = "/plugins/servlet/incoming-mail/servers";
    private final DovecotServer dovecot = DovecotServer.start();

    @SuppressWarnings("NullAway.Init")
    private DevInstanceProcess instance;

    @BeforeAll
    void start(@TempDir Path home) {
        instance = DevInstanceProcess.start(home);
    }

    @AfterAll
    void stop() {
        instance.close();
        dovecot.close();
    }

    @Test
    void anAdministratorAddsAnImapServerAndMailBecomesAPage() {
        try (Browser browser = new Browser(instance.baseUrl(), "en")) {
            browser.logIn("admin", "admin");
            browser.openAsAdministrator("/admin/systeminfo.action", "admin");
            browser.link("Mail Servers").click();
            browser.sees("Add a new POP mail server");
            browser.screenshot("mail-servers-empty");

            browser.link("Add a new IMAP mail server").click();
            assertThat(browser.field("Name").getDomProperty("value")).isEqualTo("IMAP Server");
            new Select(browser.field("Protocol")).selectByValue("IMAPS");
            assertThat(browser.field("Server port").getDomProperty("value")).isEqualTo("993");
            fill(browser);
            browser.screenshot("form-filled");
            browser.button("Test connection").click();
            browser.sees("Mailbox");
            browser.screenshot("test-connection");
            browser.button("Submit").click();
            browser.sees("never checked");
            browser.screenshot("mail-servers");

            dovecot.deliver(MAILBOX, mail("Written on a Friday afternoon"));
            browser.find(By.xpath("//button[contains(., 'Fetch now')] | //a[contains(., 'Fetch now')]"))
                    .click();
            browser.sees("working");
            browser.screenshot("mail-servers-working");
            browser.open("/display/DEMO/Written+on+a+Friday+afternoon");
            browser.sees("Alice Example");
            browser.screenshot("page-from-mail");
            browser.open("/plugins/servlet/incoming-mail/log");
            browser.sees("Written on a Friday afternoon");
            browser.screenshot("incoming-mail-log");
        }
    }

    @Test
    void aJapaneseAdministratorReadsJapanese() {
        try (Browser browser = new Browser(instance.baseUrl(), "ja")) {
            browser.logIn("admin", "admin");
            browser.openAsAdministrator(LIST, "admin");
            browser.sees("新しい POP メール サーバーを追加");
            browser.screenshot("mail-servers-ja");
            browser.open(LIST + "/new?type=imap");
            assertThat(browser.field("名前").getDomProperty("value")).isEqualTo("IMAP サーバー");
            for (String label : List.of("送信先アドレス", "サーバーのホスト名", "プロトコル", "サーバー ポート", "認証", "ユーザー名", "パスワード")) {
                assertThat(browser.field(label).isDisplayed()).as(label).isTrue();
            }
            browser.button("送信").click();
            browser.sees("必須");
            browser.screenshot("form-errors-ja");
        }
    }

    @Test
    void whoIsNoSystemAdministratorDoesNotGetIn() {
        try (Browser browser = new Browser(instance.baseUrl(), "en")) {
            browser.open(LIST);
            assertThat(browser.driver().getCurrentUrl()).contains("login.action");
            browser.logIn("alice", "alice");
            browser.open(LIST);
            assertThat(browser.text()).doesNotContain("Add a new IMAP mail server");
            browser.screenshot("forbidden");
        }
    }

    @Test
    void anEmptyFormSaysAtEachFieldWhatIsMissing() {
        try (Browser browser = new Browser(instance.baseUrl(), "en")) {
            browser.logIn("admin", "admin");
            browser.openAsAdministrator(LIST + "/new?type=pop", "admin");
            browser.button("Submit").click();
            browser.sees("Please correct the marked fields");
            assertThat(browser.driver().findElements(By.cssSelector("[aria-invalid=true]")))
                    .hasSizeGreaterThan(2);
            browser.screenshot("form-errors");
        }
    }

    private void fill(Browser browser) {
        browser.type("To address", MAILBOX);
        browser.type("Server hostname", "localhost");
        browser.type("Server port", String.valueOf(dovecot.port(Protocol.IMAPS)));
        browser.type("Username", MAILBOX);
        browser.type("Password", DovecotServer.PASSWORDS.getOrDefault(MAILBOX, ""));
        browser.find(By.xpath("//*[self::summary or self::button or self::a][contains(., 'Advanced')]"))
                .click();
        browser.type("Trusted CA certificates", dovecot.caCertificate());
        browser.type("Default space", "DEMO");
    }

    private static byte[] mail(String subject) {
        return ("From: alice@wiki.test\r\nTo: " + MAILBOX + "\r\nSubject: " + subject
                        + "\r\nMessage-ID: <friday@mail.test>\r\n\r\nIt works.\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
