package org.incomingmail.dev.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.mail.Email;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.incomingmail.dev.Instance;
import org.incomingmail.dev.Visitor;
import org.incomingmail.dev.house.CommandLine;
import org.incomingmail.dev.house.Options;
import org.incomingmail.dev.people.PeopleRoom;
import org.incomingmail.dev.services.ServicesRoom;
import org.incomingmail.dev.services.mail.OutgoingMail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox as a user of a started instance sees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class SandboxScreensTest {
    private Instance instance;
    private Visitor alice;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        var options = new Options(0, "/confluence", home, Optional.empty());
        instance = Instance.start(
                new CommandLine(options, List.of(), false),
                List.of(new ServicesRoom(), new PeopleRoom(), new SandboxRoom()));
        alice = new Visitor(instance.baseUrl());
        alice.logIn("alice", "alice");
    }

    @AfterAll
    void stop() {
        instance.close();
    }

    private HttpResponse<String> send(Map<String, String> fields) throws Exception {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("atl_token", alice.token("/sandbox/send.action"));
        var body = new StringBuilder();
        all.forEach((name, value) -> body.append("--limit\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        return alice.post("/sandbox/send.action", "multipart/form-data; boundary=limit", body + "--limit--\r\n");
    }

    private String newest(String mailbox) throws Exception {
        String page = alice.get("/sandbox/mail.action?mailbox=" + mailbox).body();
        String uid = page.replaceFirst("(?s).*?data-uid=\"(\\d+)\".*", "$1");
        return "mailbox=" + mailbox + "&uid=" + uid;
    }

    @Test
    void anonymousVisitorsLogInFirst() throws Exception {
        HttpResponse<String> response = new Visitor(instance.baseUrl()).get("/sandbox/mail.action");
        assertThat(response.headers().firstValue("Location").orElse("")).contains("/login.action");
    }

    @Test
    void aMailSentHereIsReadSafelyHere() throws Exception {
        HttpResponse<String> sent = send(Map.of(
                "from", "bob@wiki.test",
                "to", "wiki+DEMO@wiki.test",
                "subject", "<i>題名</i>",
                "format", "html",
                "body", "<p>Hello<script>alert(1)</script> 世界</p>"));
        assertThat(sent.headers().firstValue("Location").orElse("")).contains("mailbox=wiki");

        String mail = newest("wiki@wiki.test");
        assertThat(alice.get("/sandbox/message.action?" + mail).body())
                .contains("&lt;i&gt;題名&lt;/i&gt;", "Hello", "世界")
                .doesNotContain("alert(1)");
        HttpResponse<String> raw = alice.get("/sandbox/message.eml?" + mail);
        assertThat(raw.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(raw.body()).contains("To: wiki+DEMO@wiki.test");
    }

    @Test
    void whatTheWikiSendsIsAnsweredWithItsReplyAddress() throws Exception {
        var server = instance.services().get(OutgoingMail.class).server().orElseThrow();
        var email = new Email("hanako@wiki.test");
        email.setFrom("wiki@wiki.test");
        email.setReplyTo("wiki+token@wiki.test");
        email.setSubject("Alice commented");
        email.setMimeType("text/html");
        email.setBody("<p>Good <b>idea</b></p>");
        server.send(email);

        String form = alice.get(
                        "/sandbox/send.action?" + newest("hanako@wiki.test").replace("uid=", "replyTo="))
                .body();
        assertThat(form)
                .contains("value=\"hanako@wiki.test\"", "value=\"wiki+token@wiki.test\"")
                .contains("value=\"Re: Alice commented\"", "&gt; Good idea")
                .containsPattern("name=\"inReplyTo\" value=\"&lt;[^\"]+&gt;\"");
    }

    @Test
    void mistakesAreShownNextToTheirFieldsAndNothingTypedIsLost() throws Exception {
        String page = send(Map.of("from", "bob@wiki.test", "to", "nobody", "subject", "Kept", "body", "Kept text"))
                .body();
        assertThat(page).contains("data-field=\"to\"", "value=\"Kept\"", "Kept text");
        assertThat(send(Map.of("sendRaw", "true", "raw", "")).body()).contains("data-field=\"raw\"");
        assertThat(send(Map.of("sendRaw", "true", "raw", "Subject: x\r\n\r\nno recipient"))
                        .body())
                .contains("data-field=\"rawTo\"");
    }

    @Test
    void aSubjectCannotSmuggleInAHeaderField() throws Exception {
        String page = send(Map.of(
                        "from",
                        "bob@wiki.test",
                        "to",
                        "wiki@wiki.test",
                        "subject",
                        "a\r\nBcc: x@evil.test",
                        "body",
                        ""))
                .body();
        assertThat(page).contains("data-field=\"subject\"");
    }

    @Test
    void aRawMessageArrivesAsItIs() throws Exception {
        String raw =
                "From: bob@wiki.test\r\nTo: admin@wiki.test\r\nSubject: Raw\r\nX-Odd:  two  spaces\r\n\r\n.dot\r\n";
        assertThat(send(Map.of("sendRaw", "true", "raw", raw)).statusCode()).isEqualTo(302);
        assertThat(alice.get("/sandbox/message.eml?" + newest("admin@wiki.test"))
                        .body())
                .endsWith(raw.stripTrailing());
    }
}
