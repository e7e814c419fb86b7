package org.incomingmail.dev.services.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.mail.Email;
import com.atlassian.mail.MailException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import org.incomingmail.dev.services.mail.SmtpServer.Login;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real SMTP server. */
class OutgoingMailTest {
    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        greenMail.start();
    }

    @AfterEach
    void stop() {
        greenMail.stop();
    }

    @Test
    void theHeadersThatLeadAnAnswerBackArriveExactly() throws Exception {
        Email email = new Email("alice@example.org")
                .setFromName("日本 太郎 (Confluence)")
                .setSubject("[Confluence] デモ > ようこそ")
                .setBody("<p>こんにちは</p>")
                .setMimeType("text/html")
                .setReplyTo("wiki+reply.k5x2.AbC@example.org")
                .setInReplyTo("<thread-1@confluence.example.org>");
        email.setMessageId("<notification-77@confluence.example.org>");
        email.addHeader("References", "<thread-1@confluence.example.org> <second@confluence.example.org>");
        email.addHeader("Auto-Submitted", "auto-generated");
        email.addHeader("X-Confluence-Space", "日本");

        server().send(email);

        MimeMessage received = received();
        assertThat(received.getHeader("Message-ID")).containsExactly("<notification-77@confluence.example.org>");
        assertThat(received.getHeader("In-Reply-To")).containsExactly("<thread-1@confluence.example.org>");
        assertThat(received.getHeader("References"))
                .containsExactly("<thread-1@confluence.example.org> <second@confluence.example.org>");
        assertThat(received.getHeader("Reply-To")).containsExactly("wiki+reply.k5x2.AbC@example.org");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received.getHeader("X-Confluence-Space")[0]).startsWith("=?UTF-8?");
        assertThat(received.getSubject()).isEqualTo("[Confluence] デモ > ようこそ");
        assertThat(received.getFrom()[0].toString()).contains("<wiki@example.org>");
        assertThat(received.getContentType()).startsWith("text/html");
        assertThat(received.getContent().toString()).contains("こんにちは");
    }

    @Test
    void aHeaderCannotBringAnotherHeader() {
        Email headers = new Email("alice@example.org").setBody("text");
        headers.addHeader("X-Title", "page\r\nBcc: eve@example.org");
        Email subject = new Email("alice@example.org").setBody("text").setSubject("page\nBcc: eve@example.org");
        Email thread = new Email("alice@example.org").setBody("text").setInReplyTo("<a@b>\r\n\r\nbody");
        Email id = new Email("alice@example.org").setBody("text");
        id.setMessageId("<a@b>\r\nBcc: eve@example.org");

        for (Email hostile : new Email[] {headers, subject, thread, id}) {
            assertThatThrownBy(() -> server().send(hostile)).isInstanceOf(MailException.class);
        }
        assertThat(greenMail.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatAsksForALoginGetsItAndAWrongOneIsTold() throws Exception {
        greenMail.setUser("wiki@example.org", "wiki", "s3cret");
        SmtpServer right =
                new SmtpServer("127.0.0.1", port(), "wiki@example.org", Optional.of(new Login("wiki", "s3cret")));
        SmtpServer wrong =
                new SmtpServer("127.0.0.1", port(), "wiki@example.org", Optional.of(new Login("wiki", "wr0ng")));

        right.send(new Email("alice@example.org").setSubject("s").setBody("text"));

        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        assertThatThrownBy(() -> wrong.send(new Email("alice@example.org").setBody("text")))
                .isInstanceOf(MailException.class)
                .hasMessageNotContaining("wr0ng");
        assertThat(right.toString()).doesNotContain("s3cret");
    }

    @Test
    void aServerThatIsNotThereIsAMailException() {
        int port = port();
        greenMail.stop();

        assertThatThrownBy(() -> new SmtpServer("127.0.0.1", port, "wiki@example.org").send(new Email("a@example.org")))
                .isInstanceOf(MailException.class)
                .hasMessageContaining("127.0.0.1:" + port);
    }

    private SmtpServer server() {
        return new SmtpServer("127.0.0.1", port(), "wiki@example.org");
    }

    private int port() {
        return greenMail.getSmtp().getPort();
    }

    private MimeMessage received() {
        assertThat(greenMail.waitForIncomingEmail(10_000, 1)).isTrue();
        return greenMail.getReceivedMessages()[0];
    }
}
